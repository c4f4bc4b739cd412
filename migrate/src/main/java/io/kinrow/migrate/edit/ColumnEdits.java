package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.edit.Edit.AddColumn;
import io.kinrow.migrate.edit.Edit.ChangeColumn;
import io.kinrow.migrate.edit.Edit.DropColumn;
import io.kinrow.migrate.edit.Edit.RenameColumn;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.TableBody.Clause;
import io.kinrow.migrate.sql.TableBody.Element;
import io.kinrow.migrate.sql.TableBody.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Edits of columns. */
final class ColumnEdits {

  private final DesiredSql now;

  ColumnEdits(DesiredSql now) {
    this.now = now;
  }

  Change add(AddColumn edit) {
    Table table = now.table(edit.table());
    if (table.column(new Name(edit.column().name())).isPresent()) {
      throw RefusedException.because(
          "%s already has a column %s".formatted(table.name(), edit.column().name()));
    }
    TableText text = now.tableText(edit.table());
    ColumnDefinition definition = ColumnDefinition.of(edit.column());
    String after = edit.after();
    Element behind = after == null ? text.lastColumn() : text.column(after);
    int place =
        after == null ? table.columns().size() : table.columnNames().indexOf(new Name(after)) + 1;
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(place, definition.column());
    return Change.ofTable(
        text.insert(
            behind, definition.text(text.padding(definition.name()), ""), definition.comment()),
        table.name(),
        old -> TableParts.withColumns(old, columns));
  }

  Change drop(DropColumn edit) {
    Name table = now.table(edit.table()).name();
    TableText text = now.tableText(edit.table());
    Element column = text.column(edit.column());
    Altered altered =
        Altered.of(
            now,
            "The column %s.%s cannot be dropped".formatted(table, edit.column()),
            List.of(
                "ALTER TABLE " + table.sql() + " DROP COLUMN " + new Name(edit.column()).sql()));
    return new Change(text.remove(column), altered.expected());
  }

  Change rename(RenameColumn edit) {
    Name table = now.table(edit.table()).name();
    Name from = now.column(edit.table(), edit.column()).name();
    Altered altered =
        Altered.of(
            now,
            "The column %s.%s cannot be renamed to %s".formatted(table, from, edit.to()),
            Altered.renames(
                (one, other) ->
                    "ALTER TABLE " + table.sql() + " RENAME COLUMN " + one + " TO " + other,
                from,
                new Name(edit.to())));
    return new Change(altered.splices(new Name(edit.to())), altered.expected());
  }

  Change change(ChangeColumn edit) {
    Table table = now.table(edit.table());
    Column old = now.column(edit.table(), edit.column().name());
    TableText text = now.tableText(edit.table());
    Element element = text.column(old.name().text());
    ColumnDefinition wanted = ColumnDefinition.of(edit.column());
    boolean typeChanges = !wanted.column().type().equals(old.type());
    boolean onlyComment =
        !typeChanges
            && wanted.column().notNull() == old.notNull()
            && wanted.column().defaultValue() == null;
    if (old.isGenerated() && !onlyComment) {
      throw RefusedException.because(
          "%s.%s is generated; edit the statement of its table"
              .formatted(table.name(), old.name()));
    }
    boolean rowid =
        typeChanges ? becomesRowid(table, wanted.column()) : old.name().equals(table.rowidColumn());
    boolean notNull = rowid || wanted.column().notNull();
    List<Splice> splices = new ArrayList<>();
    if (typeChanges) {
      splices.add(type(text, element, wanted.type()));
    }
    boolean implied = old.name().equals(table.rowidColumn()) && !rowid;
    boolean isWritten = !element.clauses(Kind.NOT_NULL).isEmpty();
    if (!rowid && (notNull != old.notNull() || (implied && notNull && !isWritten))) {
      notNull(text, element, notNull, splices);
    }
    if (!Objects.equals(wanted.column().defaultValue(), old.defaultValue())) {
      defaultValue(text, element, wanted.defaultSql(), splices);
    }
    comment(text, element, wanted.comment(), splices);
    Column column =
        new Column(
            old.name(),
            wanted.column().type(),
            notNull,
            notNull ? old.notNullConflict() : "",
            notNull ? old.notNullName() : null,
            wanted.column().defaultValue(),
            old.collation(),
            old.generation());
    List<Column> columns = new ArrayList<>(table.columns());
    columns.replaceAll(c -> c.name().equals(old.name()) ? column : c);
    Name rowidColumn =
        rowid ? old.name() : old.name().equals(table.rowidColumn()) ? null : table.rowidColumn();
    return Change.ofTable(
        splices,
        table.name(),
        t -> TableParts.withKey(t, columns, t.primaryKey(), rowidColumn, t.autoincrement()));
  }

  private static boolean becomesRowid(Table table, Column wanted) {
    return table.primaryKey() != null
        && !table.withoutRowid()
        && wanted.type().equals("INTEGER")
        && TableParts.columns(table.primaryKey()).equals(List.of(wanted.name()));
  }

  private static Splice type(TableText text, Element element, String type) {
    int nameEnd = element.tokens().get(0).end();
    if (element.type().isEmpty()) {
      return text.replace(nameEnd, nameEnd, " " + type);
    }
    int start = type.isEmpty() ? nameEnd : element.type().get(0).start();
    return text.replace(start, element.headEnd(), type);
  }

  private static void notNull(
      TableText text, Element element, boolean notNull, List<Splice> splices) {
    if (notNull) {
      element.clauses(Kind.NULL).forEach(clause -> splices.addAll(text.remove(clause)));
      splices.add(text.replace(element.headEnd(), element.headEnd(), " NOT NULL"));
    } else {
      element.clauses(Kind.NOT_NULL).forEach(clause -> splices.addAll(text.remove(clause)));
    }
  }

  private static void defaultValue(
      TableText text, Element element, String sql, List<Splice> splices) {
    List<Clause> clauses = element.clauses(Kind.DEFAULT);
    if (clauses.isEmpty()) {
      List<Clause> notNull = element.clauses(Kind.NOT_NULL);
      int at = notNull.isEmpty() ? element.headEnd() : notNull.get(notNull.size() - 1).end();
      splices.add(text.replace(at, at, " DEFAULT " + sql));
    } else if (sql.isEmpty()) {
      clauses.forEach(clause -> splices.addAll(text.remove(clause)));
    } else {
      // the last one counts
      Clause clause = clauses.get(clauses.size() - 1);
      splices.add(text.replace(clause.start(), clause.end(), "DEFAULT " + sql));
    }
  }

  private static void comment(
      TableText text, Element element, String comment, List<Splice> splices) {
    String old = Comments.text(text.script(), element.end(), element.comma(), true);
    if (!old.equals(comment)) {
      splices.add(Comments.set(text, element.end(), element.comma(), true, comment));
    }
  }
}
