package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.edit.Edit.AddUnique;
import io.kinrow.migrate.edit.Edit.DropUnique;
import io.kinrow.migrate.edit.Edit.SetPrimaryKey;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.TableBody.Clause;
import io.kinrow.migrate.sql.TableBody.Element;
import io.kinrow.migrate.sql.TableBody.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Edits of primary and unique keys. */
final class KeyEdits {

  private final DesiredSql now;

  KeyEdits(DesiredSql now) {
    this.now = now;
  }

  Change primary(SetPrimaryKey edit) {
    Table table = now.table(edit.table());
    List<Name> wanted = TableParts.names(edit.columns());
    List<Name> old =
        table.primaryKey() == null ? List.of() : TableParts.columns(table.primaryKey());
    if (wanted.equals(old)) {
      return Change.ofTable(List.of(), table.name(), same -> same);
    }
    wanted.forEach(column -> now.column(edit.table(), column.text()));
    TableText text = now.tableText(edit.table());
    boolean rowid =
        wanted.size() == 1
            && !table.withoutRowid()
            && now.column(edit.table(), edit.columns().get(0)).type().equals("INTEGER");
    List<Splice> splices = new ArrayList<>();
    keepNotNull(table, text, splices);
    text.clauses(Kind.PRIMARY_KEY).forEach(clause -> splices.addAll(text.remove(clause)));
    if (wanted.size() == 1) {
      Element column = text.column(edit.columns().get(0));
      int at = placeOfKey(column);
      splices.add(text.replace(at, at, " PRIMARY KEY"));
    } else if (wanted.size() > 1) {
      splices.addAll(text.insert(text.lastColumn(), "PRIMARY KEY " + list(edit.columns()), ""));
    }
    List<Column> columns =
        table.columns().stream()
            .map(c -> rowid && wanted.contains(c.name()) ? TableParts.withNotNull(c, true) : c)
            .toList();
    Table expected =
        TableParts.withKey(
            table,
            columns,
            wanted.isEmpty() ? null : TableParts.key(table, edit.columns()),
            rowid ? wanted.get(0) : null,
            false);
    return new Change(
        splices,
        (before, after) ->
            before.with(withSharedKeys(expected, after.table(table.name()), List.of(old, wanted))));
  }

  /**
   * A unique key over the columns of the primary key has the same index, and is not a second one.
   */
  private static Table withSharedKeys(
      Table table, Optional<Table> after, List<List<Name>> primary) {
    List<KeyConstraint> keys = new ArrayList<>(table.uniqueKeys());
    keys.removeIf(key -> primary.contains(TableParts.columns(key)));
    after.stream()
        .flatMap(t -> t.uniqueKeys().stream())
        .filter(key -> primary.contains(TableParts.columns(key)))
        .forEach(keys::add);
    return TableParts.withUniqueKeys(table, keys);
  }

  /** A row id is not NULL without saying so; as another column, it has to say so. */
  private static void keepNotNull(Table table, TableText text, List<Splice> splices) {
    if (table.rowidColumn() != null) {
      Element column = text.column(table.rowidColumn().text());
      if (column.clauses(Kind.NOT_NULL).isEmpty()) {
        splices.add(text.replace(column.headEnd(), column.headEnd(), " NOT NULL"));
      }
    }
  }

  private static int placeOfKey(Element column) {
    List<Clause> notNull = column.clauses(Kind.NOT_NULL);
    return notNull.isEmpty() ? column.headEnd() : notNull.get(notNull.size() - 1).end();
  }

  Change addUnique(AddUnique edit) {
    Table table = now.table(edit.table());
    edit.columns().forEach(column -> now.column(edit.table(), column));
    if (edit.columns().isEmpty()) {
      throw RefusedException.because("A unique key of " + table.name() + " needs a column");
    }
    TableText text = now.tableText(edit.table());
    if (table.rowidColumn() == null
        && table.primaryKey() != null
        && TableParts.columns(table.primaryKey()).equals(TableParts.names(edit.columns()))) {
      throw RefusedException.because(
          "%s is unique over %s already, because this is its primary key"
              .formatted(table.name(), String.join(", ", edit.columns())));
    }
    if (text.clauses(Kind.UNIQUE).stream().anyMatch(c -> TableText.isOver(c, edit.columns()))) {
      throw RefusedException.because(
          "%s already has a unique key over %s"
              .formatted(table.name(), String.join(", ", edit.columns())));
    }
    List<Splice> splices;
    if (edit.columns().size() == 1) {
      int at = placeOfKey(text.column(edit.columns().get(0)));
      splices = List.of(text.replace(at, at, " UNIQUE"));
    } else {
      splices = text.insert(text.last(), "UNIQUE " + list(edit.columns()), "");
    }
    return Change.ofTable(
        splices,
        table.name(),
        t -> {
          List<KeyConstraint> keys = new ArrayList<>(t.uniqueKeys());
          keys.add(TableParts.key(t, edit.columns()));
          return TableParts.withUniqueKeys(t, keys);
        });
  }

  Change dropUnique(DropUnique edit) {
    Table table = now.table(edit.table());
    List<Name> columns = TableParts.names(edit.columns());
    TableText text = now.tableText(edit.table());
    List<Clause> clauses =
        text.clauses(Kind.UNIQUE).stream()
            .filter(clause -> TableText.isOver(clause, edit.columns()))
            .toList();
    if (clauses.isEmpty()) {
      throw RefusedException.because(noUnique(table, columns));
    }
    List<Splice> splices = new ArrayList<>();
    clauses.forEach(clause -> splices.addAll(text.remove(clause)));
    return Change.ofTable(
        splices,
        table.name(),
        t ->
            TableParts.withUniqueKeys(
                t,
                t.uniqueKeys().stream()
                    .filter(key -> !TableParts.columns(key).equals(columns))
                    .toList()));
  }

  private static String noUnique(Table table, List<Name> columns) {
    String none = "%s has no unique key over %s".formatted(table.name(), TableEdits.names(columns));
    return table.indexes().stream()
        .filter(Index::unique)
        .filter(
            index ->
                index.parts().stream()
                    .map(part -> new Name(part.expression().text()))
                    .toList()
                    .equals(columns))
        .findFirst()
        .map(index -> none + ", but a unique index: drop " + index.name() + " instead")
        .orElse(none);
  }

  /** Names in SQL, in parentheses. */
  static String list(List<String> names) {
    return names.stream()
        .map(name -> new Name(name).sql())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
