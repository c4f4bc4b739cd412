package io.kinrow.processor.fact;

import io.kinrow.runtime.internal.TableDescription.Action;
import java.util.List;

/**
 * One foreign key.
 *
 * @param key what tells it from the table's other foreign keys: the name of jOOQ's definition
 * @param name SQL name of the constraint, empty for an unnamed one
 * @param columns SQL names of the referring columns
 * @param target the table referred to
 * @param targetColumns SQL names of the columns referred to, in the order of {@code columns}
 * @param onDelete what happens when the row referred to is deleted
 * @param onUpdate what happens when the key referred to is updated
 * @param unique whether {@code columns} hold a key, so that one row at most refers to each target
 */
public record ReferenceFacts(
    String key,
    String name,
    List<String> columns,
    TableId target,
    List<String> targetColumns,
    Action onDelete,
    Action onUpdate,
    boolean unique) {

  public ReferenceFacts {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
  }
}
