package io.kinrow.designer.session;

import io.kinrow.designer.json.JsonFields;
import io.kinrow.migrate.edit.Edit;
import io.kinrow.migrate.edit.Edit.ColumnShape;
import io.kinrow.migrate.edit.Edit.ForeignKeyShape;
import io.kinrow.migrate.settings.RefusedException;
import java.util.List;

/** Reads one operation of the page. */
final class EditReader {

  private EditReader() {}

  /**
   * Returns the edit that an object stands for.
   *
   * @throws RefusedException if it stands for none, or lacks something
   */
  static Edit read(JsonFields fields) {
    String table = fields.textOrEmpty("table");
    return switch (fields.text("op")) {
      case "createTable" ->
          new Edit.CreateTable(
              named(fields, "table"),
              fields.objects("columns").stream().map(EditReader::column).toList(),
              fields.texts("primaryKey"));
      case "dropTable" -> new Edit.DropTable(table);
      case "renameTable" -> new Edit.RenameTable(table, named(fields, "to"));
      case "addColumn" ->
          new Edit.AddColumn(
              table, column(fields.object("column")), fields.optionalText("after").orElse(null));
      case "dropColumn" -> new Edit.DropColumn(table, fields.text("column"));
      case "renameColumn" ->
          new Edit.RenameColumn(table, fields.text("column"), named(fields, "to"));
      case "changeColumn" -> new Edit.ChangeColumn(table, column(fields.object("column")));
      case "setPrimaryKey" -> new Edit.SetPrimaryKey(table, fields.texts("columns"));
      case "addUnique" -> new Edit.AddUnique(table, fields.texts("columns"));
      case "dropUnique" -> new Edit.DropUnique(table, fields.texts("columns"));
      case "addForeignKey" -> new Edit.AddForeignKey(table, foreignKey(fields));
      case "changeForeignKey" -> new Edit.ChangeForeignKey(table, foreignKey(fields));
      case "dropForeignKey" ->
          new Edit.DropForeignKey(table, fields.texts("columns"), fields.text("parent"));
      case "createIndex" ->
          new Edit.CreateIndex(
              named(fields, "index"), table, fields.texts("columns"), fields.isTrue("unique"));
      case "dropIndex" -> new Edit.DropIndex(fields.text("index"));
      case "commentTable" -> new Edit.CommentTable(table, fields.textOrEmpty("comment"));
      case "write" ->
          new Edit.Write(
              kind(fields.text("kind")),
              fields.optionalText("name").orElse(null),
              fields.text("sql"));
      default ->
          throw RefusedException.because("\"" + fields.text("op") + "\" is not an operation");
    };
  }

  private static String kind(String kind) {
    if (!List.of("TABLE", "INDEX", "VIEW", "TRIGGER").contains(kind)) {
      throw RefusedException.because("\"" + kind + "\" is not a kind of object");
    }
    return kind;
  }

  private static String named(JsonFields fields, String field) {
    String name = fields.text(field);
    if (name.isBlank()) {
      throw RefusedException.because("A name is missing");
    }
    return name;
  }

  private static ColumnShape column(JsonFields fields) {
    return new ColumnShape(
        named(fields, "name"),
        fields.textOrEmpty("type"),
        fields.isTrue("nullable"),
        fields.optionalText("default").orElse(null),
        fields.textOrEmpty("comment"));
  }

  private static ForeignKeyShape foreignKey(JsonFields fields) {
    return new ForeignKeyShape(
        fields.texts("columns"),
        fields.text("parent"),
        fields.texts("parentColumns"),
        fields.textOrEmpty("onDelete"),
        fields.textOrEmpty("onUpdate"));
  }
}
