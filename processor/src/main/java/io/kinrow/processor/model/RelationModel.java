package io.kinrow.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A navigation from one entity to others.
 *
 * @param ordinal position among the source's relations, from 0
 * @param reference the foreign key; of a relation across a join table, the one that refers to the
 *     source
 * @param single whether it leads to one row at most
 * @param inverse of a relation against a foreign key, ordinal of the target's relation along it
 * @param join of a relation across a join table, that table
 */
public record RelationModel(
    Kind kind,
    String name,
    int ordinal,
    TableModel source,
    List<ColumnModel> sourceColumns,
    TableModel target,
    List<ColumnModel> targetColumns,
    ReferenceModel reference,
    boolean single,
    int inverse,
    @Nullable Join join) {

  /** Where a relation leads. */
  public enum Kind {
    /** Along a foreign key. */
    ONE,
    /** Against a foreign key. */
    MANY,
    /** Across a join table. */
    ACROSS
  }

  /**
   * A join table.
   *
   * @param near its columns that refer to the source, in the order of the source's columns
   * @param far its columns that refer to the target, in the order of the target's columns
   */
  public record Join(TableModel table, List<ColumnModel> near, List<ColumnModel> far) {}

  /** Where it starts and its number say enough. */
  @Override
  public int hashCode() {
    return 31 * source.hashCode() + ordinal;
  }

  /** Whether it leads to exactly one row. */
  public boolean required() {
    return kind == Kind.ONE && !reference.nullable();
  }

  /** Whether the columns on both sides have the same Java types, so that one sets the other. */
  public boolean sameTypes() {
    for (int i = 0; i < sourceColumns.size(); i++) {
      if (!sourceColumns.get(i).type().same(targetColumns.get(i).type())) {
        return false;
      }
    }
    return true;
  }
}
