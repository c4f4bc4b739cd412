package io.kinrow.migrate.catalog;

import java.util.List;

/**
 * A foreign key of a table.
 *
 * @param columns its columns
 * @param parent the table it references, which need not exist
 * @param parentColumns the columns it references; those of the parent's primary key when it names
 *     none
 * @param onUpdate the action, {@code NO ACTION} unless said otherwise
 * @param onDelete the action, {@code NO ACTION} unless said otherwise
 * @param deferred whether it is checked at commit only
 */
public record ForeignKey(
    List<Name> columns,
    Name parent,
    List<Name> parentColumns,
    String onUpdate,
    String onDelete,
    boolean deferred) {

  public ForeignKey {
    columns = List.copyOf(columns);
    parentColumns = List.copyOf(parentColumns);
  }
}
