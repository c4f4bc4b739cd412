package io.kinrow.migrate.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change that a person makes to a schema in a drawing. Names are plain, without quotes. Edits
 * are applied in order, so that a rename is known as one.
 */
public sealed interface Edit {

  /**
   * A column as a drawing knows it.
   *
   * @param type its declared type; "" for none
   * @param nullable whether it accepts NULL
   * @param defaultValue its default as a SQL expression, or null
   * @param comment a text for people, kept as an SQL comment behind the column; "" for none
   */
  record ColumnShape(
      String name, String type, boolean nullable, @Nullable String defaultValue, String comment) {}

  /**
   * A foreign key.
   *
   * @param columns its columns in key order
   * @param parent the table referred to
   * @param parentColumns the columns referred to; empty for the primary key
   * @param onDelete {@code CASCADE}, {@code SET NULL} …; "" for none
   * @param onUpdate likewise
   */
  record ForeignKeyShape(
      List<String> columns,
      String parent,
      List<String> parentColumns,
      String onDelete,
      String onUpdate) {}

  /**
   * A new table at the end.
   *
   * @param primaryKey names of its key columns; a single INTEGER column becomes the rowid
   */
  record CreateTable(String table, List<ColumnShape> columns, List<String> primaryKey)
      implements Edit {}

  /**
   * A table goes, with its indexes and triggers; refused while a foreign key of another table, a
   * view or another table's trigger needs it.
   */
  record DropTable(String table) implements Edit {}

  /** A table gets another name; all that refers to it follows. */
  record RenameTable(String table, String to) implements Edit {}

  /**
   * A new column.
   *
   * @param after the column it stands behind, or null for the last place
   */
  record AddColumn(String table, ColumnShape column, @Nullable String after) implements Edit {}

  /** A column goes; refused while an index, key, check, view or trigger needs it. */
  record DropColumn(String table, String column) implements Edit {}

  /** A column gets another name; all that refers to it follows. */
  record RenameColumn(String table, String column, String to) implements Edit {}

  /**
   * Type, nullability, default and comment of a column; its constraints stay. Of a generated
   * column, only the comment can change.
   */
  record ChangeColumn(String table, ColumnShape column) implements Edit {}

  /**
   * Other key columns; none to have no primary key. A column that was the row's id stays NOT NULL.
   */
  record SetPrimaryKey(String table, List<String> columns) implements Edit {}

  /** A unique constraint. */
  record AddUnique(String table, List<String> columns) implements Edit {}

  /** A unique constraint goes. */
  record DropUnique(String table, List<String> columns) implements Edit {}

  /** A foreign key. */
  record AddForeignKey(String table, ForeignKeyShape key) implements Edit {}

  /** Other actions of the foreign key with these columns and this parent. */
  record ChangeForeignKey(String table, ForeignKeyShape key) implements Edit {}

  /** A foreign key goes. */
  record DropForeignKey(String table, List<String> columns, String parent) implements Edit {}

  /** An index over plain columns. */
  record CreateIndex(String index, String table, List<String> columns, boolean unique)
      implements Edit {}

  /** An index goes. */
  record DropIndex(String index) implements Edit {}

  /**
   * The text for people behind a table's name.
   *
   * @param comment the text; "" for none
   */
  record CommentTable(String table, String comment) implements Edit {}

  /**
   * The SQL of one object, as a person wrote it: for what a drawing cannot say.
   *
   * @param kind {@code TABLE}, {@code INDEX}, {@code VIEW} or {@code TRIGGER}
   * @param name the object's name now, or null for a new one
   * @param sql its new statement; "" to drop it
   */
  record Write(String kind, @Nullable String name, String sql) implements Edit {}
}
