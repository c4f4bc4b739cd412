package io.kinrow.migrate.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key of a table.
 *
 * @param name the name after CONSTRAINT, or null
 * @param columns its columns
 * @param parent the table it references, which need not exist
 * @param parentColumns the columns it references; those of the parent's primary key when it names
 *     none
 * @param onUpdate the action, {@code NO ACTION} unless said otherwise
 * @param onDelete the action, {@code NO ACTION} unless said otherwise
 * @param deferred whether it is checked at commit only
 */
public record ForeignKey(
    @Nullable Name name,
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

  /** Creates a foreign key without a name. */
  public ForeignKey(
      List<Name> columns,
      Name parent,
      List<Name> parentColumns,
      String onUpdate,
      String onDelete,
      boolean deferred) {
    this(null, columns, parent, parentColumns, onUpdate, onDelete, deferred);
  }
}
