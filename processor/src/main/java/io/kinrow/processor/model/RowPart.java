package io.kinrow.processor.model;

import io.kinrow.processor.model.StatementFacts.ResultColumn;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What a row of a declared query becomes, or a part of it. */
public sealed interface RowPart {

  /** Whether it may be absent. */
  Presence presence();

  /**
   * One value.
   *
   * @param type the Java type that is wanted, boxed
   * @param primitive whether a primitive is wanted
   */
  record Value(ResultColumn column, JavaType type, boolean primitive, Presence presence)
      implements RowPart {}

  /**
   * An entity, whose columns stand one behind the other.
   *
   * @param first the position of its first column, from 1
   * @param key the column that is NULL if there is no entity; empty if that is known never to be
   */
  record Entity(TableModel table, int first, Presence presence, Optional<ResultColumn> key)
      implements RowPart {}

  /**
   * A record.
   *
   * @param key the column that is NULL if there is no record; empty if there always is one
   */
  record Components(
      TypeElement type, List<RowPart> parts, Presence presence, Optional<ResultColumn> key)
      implements RowPart {

    /** Whether there are lists in it, or in a record inside of it. */
    public boolean hasLists() {
      return parts.stream()
          .anyMatch(
              part ->
                  part instanceof Children
                      || (part instanceof Components inside && inside.hasLists()));
    }
  }

  /**
   * The list of what belongs to a row, from a statement of its own.
   *
   * @param name where the list is in the row, for listeners
   * @param facts of the statement
   * @param values what is bound, by the index of the statement's parameter
   * @param key the index of the parameter that takes the keys of all rows
   * @param of the component of the record that is the key
   * @param keyOfChild the column of the statement that has the key
   * @param child what a row of the statement becomes
   */
  record Children(
      String name,
      StatementFacts facts,
      List<QueryMethod.BoundValue> values,
      int key,
      int of,
      Value keyOfChild,
      RowPart child)
      implements RowPart {

    @Override
    public Presence presence() {
      return Presence.ALWAYS;
    }
  }
}
