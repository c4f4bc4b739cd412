package io.kinrow.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A method of declared queries.
 *
 * @param row what a row becomes; empty if the statement returns none
 * @param values what is bound, by the index of the statement's parameter
 * @param batch the parameter whose elements are bound one after the other, or null
 * @param fields the columns of records that the method returns a query of, in order; else empty
 */
public record QueryMethod(
    ExecutableElement element,
    StatementFacts facts,
    Result result,
    Optional<RowPart> row,
    List<BoundValue> values,
    @Nullable String batch,
    List<RowField> fields) {

  /** What the method returns. */
  public enum Result {
    /** The only row. */
    ONE,
    /** The only row, if there is one. */
    OPTIONAL,
    /** All rows. */
    LIST,
    /** The rows as they are read. */
    STREAM,
    /** A query for entities or records, to go on with. */
    QUERY,
    /** How many rows were changed. */
    COUNT,
    /** How many rows were changed, for each element of a batch. */
    COUNTS,
    /** Nothing. */
    NOTHING
  }

  /**
   * What is bound for a parameter of the statement.
   *
   * @param parameter the parameter of the method
   * @param component the component of the record that the parameter is, or null
   * @param presence whether the value may be absent
   * @param list whether it is a list that is sent as one value
   * @param inBlocks whether it is an {@code Optional} that decides about blocks
   * @param column what it is compared with or stored in, if known
   * @param row what is bound of each element if it is a list of rows
   */
  public record BoundValue(
      String parameter,
      @Nullable String component,
      boolean primitive,
      Presence presence,
      boolean list,
      boolean inBlocks,
      Optional<ColumnOfTable> column,
      Optional<BoundRow> row) {}

  /**
   * What is bound of each element of a list of rows.
   *
   * @param type the record that elements are
   */
  public record BoundRow(TypeElement type, List<BoundComponent> components) {}

  /**
   * A component of such an element.
   *
   * @param column what it is compared with, if known
   */
  public record BoundComponent(String name, Optional<ColumnOfTable> column) {}
}
