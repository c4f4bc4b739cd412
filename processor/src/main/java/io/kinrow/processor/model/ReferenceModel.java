package io.kinrow.processor.model;

import io.kinrow.processor.fact.TableId;
import java.util.List;

/**
 * A foreign key.
 *
 * @param target the table referred to, which may have been left out
 * @param targetColumns in the order of {@code columns}; empty when the target was left out
 * @param one name of the navigation along it
 * @param many name of the navigation against it
 * @param across on a join table, name of the navigation from its target across to the other one
 */
public record ReferenceModel(
    String name,
    List<ColumnModel> columns,
    TableId target,
    List<ColumnModel> targetColumns,
    boolean unique,
    String one,
    String many,
    String across) {

  /** Whether the row referred to may be missing. */
  public boolean nullable() {
    return columns.stream().anyMatch(ColumnModel::nullable);
  }

  /** Such as {@code foreign key (user_id)}. */
  public String label() {
    return "foreign key ("
        + String.join(", ", columns.stream().map(ColumnModel::name).toList())
        + ")";
  }
}
