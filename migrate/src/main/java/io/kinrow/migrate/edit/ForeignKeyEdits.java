package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.edit.Edit.AddForeignKey;
import io.kinrow.migrate.edit.Edit.ChangeForeignKey;
import io.kinrow.migrate.edit.Edit.DropForeignKey;
import io.kinrow.migrate.edit.Edit.ForeignKeyShape;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.TableBody.Clause;
import io.kinrow.migrate.sql.TableBody.Element;
import io.kinrow.migrate.sql.TableBody.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Edits of foreign keys. */
final class ForeignKeyEdits {

  private static final Set<String> ACTIONS =
      Set.of("CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION");

  private final DesiredSql now;

  ForeignKeyEdits(DesiredSql now) {
    this.now = now;
  }

  Change add(AddForeignKey edit) {
    Table table = now.table(edit.table());
    ForeignKeyShape key = edit.key();
    key.columns().forEach(column -> now.column(edit.table(), column));
    Table parent = now.table(key.parent());
    key.parentColumns().forEach(column -> now.column(key.parent(), column));
    List<Name> parentColumns = parentColumns(now.catalog(), parent.name(), key);
    if (key.columns().isEmpty() || parentColumns.size() != key.columns().size()) {
      throw RefusedException.because(
          "A foreign key of %s over (%s) cannot reference %s (%s): it needs one column for each"
              .formatted(
                  table.name(),
                  String.join(", ", key.columns()),
                  parent.name(),
                  TableEdits.names(parentColumns)));
    }
    if (table.foreignKeys().stream()
        .anyMatch(k -> isOf(k, key) && k.parentColumns().equals(parentColumns))) {
      throw RefusedException.because(
          "%s already has a foreign key over %s that references %s"
              .formatted(table.name(), String.join(", ", key.columns()), parent.name()));
    }
    TableText text = now.tableText(edit.table());
    String references =
        "REFERENCES "
            + parent.name().sql()
            + (key.parentColumns().isEmpty() ? "" : " " + KeyEdits.list(key.parentColumns()))
            + ReferencesText.clause("DELETE", action(key.onDelete()))
            + ReferencesText.clause("UPDATE", action(key.onUpdate()));
    return Change.ofTable(
        splices(text, key, references),
        table.name(),
        t -> {
          List<ForeignKey> keys = new ArrayList<>(t.foreignKeys());
          keys.add(
              new ForeignKey(
                  TableParts.names(key.columns()),
                  parent.name(),
                  parentColumns,
                  action(key.onUpdate()),
                  action(key.onDelete()),
                  false));
          return TableParts.withForeignKeys(t, keys);
        });
  }

  private static List<Splice> splices(TableText text, ForeignKeyShape key, String references) {
    boolean behindColumns =
        text.body().elements().stream()
            .anyMatch(e -> e.column() != null && !e.clauses(Kind.FOREIGN_KEY).isEmpty());
    boolean apart = !behindColumns && !text.clauses(Kind.FOREIGN_KEY).isEmpty();
    if (key.columns().size() > 1 || apart) {
      String definition = "FOREIGN KEY " + KeyEdits.list(key.columns()) + " " + references;
      return text.insert(text.last(), definition, "");
    }
    Element column = text.column(key.columns().get(0));
    return List.of(text.replace(column.end(), column.end(), " " + references));
  }

  Change change(ChangeForeignKey edit) {
    Table table = now.table(edit.table());
    ForeignKeyShape wanted = edit.key();
    TableText text = now.tableText(edit.table());
    List<Clause> clauses =
        clauses(text, table, wanted.columns(), wanted.parent(), wanted.parentColumns());
    if (clauses.size() > 1) {
      throw RefusedException.because(
          "%s has several foreign keys over %s that reference %s; edit its statement"
              .formatted(table.name(), String.join(", ", wanted.columns()), wanted.parent()));
    }
    Clause clause = clauses.get(0);
    List<Name> parentColumns = parentColumns(now.catalog(), new Name(wanted.parent()), wanted);
    List<Splice> splices = new ArrayList<>();
    ReferencesText references = new ReferencesText(clause);
    int behindDelete =
        references.action(text, "DELETE", action(wanted.onDelete()), references.headEnd(), splices);
    references.action(text, "UPDATE", action(wanted.onUpdate()), behindDelete, splices);
    return Change.ofTable(
        splices,
        table.name(),
        t ->
            TableParts.withForeignKeys(
                t,
                t.foreignKeys().stream()
                    .map(
                        key ->
                            isOf(key, wanted) && key.parentColumns().equals(parentColumns)
                                ? new ForeignKey(
                                    key.name(),
                                    key.columns(),
                                    key.parent(),
                                    key.parentColumns(),
                                    action(wanted.onUpdate()),
                                    action(wanted.onDelete()),
                                    key.deferred())
                                : key)
                    .toList()));
  }

  Change drop(DropForeignKey edit) {
    Table table = now.table(edit.table());
    TableText text = now.tableText(edit.table());
    List<Splice> splices = new ArrayList<>();
    for (Clause clause : clauses(text, table, edit.columns(), edit.parent(), List.of())) {
      splices.addAll(text.remove(clause));
    }
    List<Name> columns = TableParts.names(edit.columns());
    Name parent = new Name(edit.parent());
    return Change.ofTable(
        splices,
        table.name(),
        t ->
            TableParts.withForeignKeys(
                t,
                t.foreignKeys().stream()
                    .filter(k -> !(k.columns().equals(columns) && k.parent().equals(parent)))
                    .toList()));
  }

  /** The clauses of a key, at least one. */
  private List<Clause> clauses(
      TableText text,
      Table table,
      List<String> columns,
      String parent,
      List<String> parentColumns) {
    List<Clause> found =
        text.clauses(Kind.FOREIGN_KEY).stream()
            .filter(clause -> TableText.isOver(clause, columns))
            .filter(clause -> new ReferencesText(clause).parent().equals(new Name(parent)))
            .filter(clause -> parentColumns.isEmpty() || isTo(clause, parent, parentColumns))
            .toList();
    if (found.isEmpty()) {
      throw RefusedException.because(
          "%s has no foreign key over %s that references %s"
              .formatted(table.name(), String.join(", ", columns), parent));
    }
    return found;
  }

  private boolean isTo(Clause clause, String parent, List<String> parentColumns) {
    List<Name> named = new ReferencesText(clause).parentColumns();
    KeyConstraint key = now.catalog().table(new Name(parent)).map(Table::primaryKey).orElse(null);
    List<Name> to = named.isEmpty() && key != null ? TableParts.columns(key) : named;
    return to.equals(TableParts.names(parentColumns));
  }

  private static boolean isOf(ForeignKey key, ForeignKeyShape shape) {
    return key.columns().equals(TableParts.names(shape.columns()))
        && key.parent().equals(new Name(shape.parent()));
  }

  private static List<Name> parentColumns(Catalog catalog, Name parent, ForeignKeyShape key) {
    if (!key.parentColumns().isEmpty()) {
      return TableParts.names(key.parentColumns());
    }
    KeyConstraint primary = catalog.table(parent).map(Table::primaryKey).orElse(null);
    return primary == null ? List.of() : TableParts.columns(primary);
  }

  private static String action(String given) {
    String action = given.isBlank() ? "NO ACTION" : given.strip().toUpperCase(Locale.ROOT);
    if (!ACTIONS.contains(action)) {
      throw RefusedException.because(
          "%s is not an action of a foreign key; use CASCADE, SET NULL, SET DEFAULT, RESTRICT or NO ACTION"
              .formatted(given));
    }
    return action;
  }
}
