package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.edit.Edit.ColumnShape;
import io.kinrow.migrate.edit.Edit.CommentTable;
import io.kinrow.migrate.edit.Edit.CreateTable;
import io.kinrow.migrate.edit.Edit.DropTable;
import io.kinrow.migrate.edit.Edit.RenameTable;
import io.kinrow.migrate.settings.RefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Edits of whole tables. */
final class TableEdits {

  private final DesiredSql now;

  TableEdits(DesiredSql now) {
    this.now = now;
  }

  Change create(CreateTable edit) {
    Name name = new Name(edit.table());
    if (now.catalog().table(name).isPresent() || now.catalog().view(name).isPresent()) {
      throw RefusedException.because("There is already a table or view " + name);
    }
    if (edit.columns().isEmpty()) {
      throw RefusedException.because("The table " + name + " needs at least one column");
    }
    List<ColumnDefinition> definitions = new ArrayList<>();
    boolean single = edit.primaryKey().size() == 1;
    List<Name> key = TableParts.names(edit.primaryKey());
    Name rowid = null;
    List<String> elements = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (ColumnShape shape : edit.columns()) {
      ColumnDefinition definition = ColumnDefinition.of(shape);
      boolean isKey = single && key.contains(definition.column().name());
      if (isKey && definition.column().type().equals("INTEGER")) {
        rowid = definition.column().name();
        // a row id is never NULL, and nobody writes so
        definition = definition.nullable();
        columns.add(TableParts.withNotNull(definition.column(), true));
      } else {
        columns.add(definition.column());
      }
      elements.add(definition.text(" ", isKey ? " PRIMARY KEY" : ""));
      definitions.add(definition);
    }
    if (key.size() > 1) {
      elements.add("PRIMARY KEY " + KeyEdits.list(edit.primaryKey()));
    }
    Table table = table(name, columns, rowid);
    KeyConstraint primary = key.isEmpty() ? null : TableParts.key(table, edit.primaryKey());
    Table expected = TableParts.withKey(table, columns, primary, rowid, false);
    String sql = sql(name, elements, definitions);
    return new Change(
        new StatementSplices(now.files()).append(now.files().lastFile(), sql),
        (before, after) -> before.with(expected));
  }

  private static Table table(Name name, List<Column> columns, @Nullable Name rowid) {
    return new Table(
        name, columns, null, rowid, false, List.of(), List.of(), List.of(), List.of(), false, false,
        null);
  }

  private static String sql(Name name, List<String> elements, List<ColumnDefinition> definitions) {
    StringBuilder sql = new StringBuilder("CREATE TABLE " + name.sql() + " (");
    for (int i = 0; i < elements.size(); i++) {
      String comment = i < definitions.size() ? definitions.get(i).comment() : "";
      sql.append("\n  ").append(elements.get(i)).append(i < elements.size() - 1 ? "," : "");
      sql.append(comment.isEmpty() ? "" : " " + Comments.line(comment));
    }
    return sql.append("\n)").toString();
  }

  Change drop(DropTable edit) {
    Table table = now.table(edit.table());
    List<String> children =
        now.catalog().tables().stream()
            .filter(other -> !other.name().equals(table.name()))
            .filter(
                other ->
                    other.foreignKeys().stream().anyMatch(k -> k.parent().equals(table.name())))
            .map(other -> other.name().text())
            .toList();
    if (!children.isEmpty()) {
      throw RefusedException.because(
          "The table %s cannot be dropped, because foreign keys of %s reference it; drop those first"
              .formatted(table.name(), String.join(", ", children)));
    }
    List<Splice> splices = new ArrayList<>();
    remove("TABLE", table.name(), splices);
    for (Index index : table.indexes()) {
      remove("INDEX", index.name(), splices);
    }
    Set<Name> triggers = new HashSet<>();
    for (Trigger trigger : now.catalog().triggers()) {
      if (trigger.table().equals(table.name())) {
        triggers.add(trigger.name());
        remove("TRIGGER", trigger.name(), splices);
      }
    }
    return new Change(splices, (before, after) -> before.without(Set.of(table.name()), triggers));
  }

  private void remove(String kind, Name name, List<Splice> splices) {
    now.files()
        .find(kind, name)
        .ifPresent(found -> splices.add(new StatementSplices(now.files()).remove(found)));
  }

  Change rename(RenameTable edit) {
    Name from = now.table(edit.table()).name();
    Name to = new Name(edit.to());
    Altered altered =
        Altered.of(
            now,
            "The table %s cannot be renamed to %s".formatted(from, to),
            Altered.renames(
                (one, other) -> "ALTER TABLE " + one + " RENAME TO " + other, from, to));
    return new Change(altered.splices(to), altered.expected());
  }

  Change comment(CommentTable edit) {
    TableText text = now.tableText(edit.table());
    String comment = Comments.plain(edit.comment());
    String old = Comments.text(text.script(), text.nameEnd(), text.body().open(), false);
    List<Splice> splices =
        old.equals(comment)
            ? List.of()
            : List.of(Comments.set(text, text.nameEnd(), text.body().open(), false, comment));
    return new Change(splices, (before, after) -> before);
  }

  static String names(List<Name> names) {
    return names.stream().map(Name::text).collect(Collectors.joining(", "));
  }
}
