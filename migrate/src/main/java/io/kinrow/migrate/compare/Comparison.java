package io.kinrow.migrate.compare;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Column.Generation;
import io.kinrow.migrate.catalog.Expression;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import io.kinrow.migrate.compare.Difference.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * Lists what differs between two catalogues.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class Comparison {

  private final List<Difference> found = new ArrayList<>();
  private final ColumnOrder order;

  private Comparison(ColumnOrder order) {
    this.order = order;
  }

  /** Returns what differs, tables first; empty when the two mean the same. */
  public static List<Difference> of(Catalog from, Catalog to, ColumnOrder order) {
    Comparison comparison = new Comparison(order);
    comparison.catalogs(from, to);
    return List.copyOf(comparison.found);
  }

  private void catalogs(Catalog from, Catalog to) {
    each(from.tables(), to.tables(), Table::name, "table", this::tables);
    each(from.views(), to.views(), View::name, "view", this::views);
    each(
        from.triggers(),
        to.triggers(),
        Trigger::name,
        "trigger",
        (old, now) -> changed("trigger", now.name().text(), "its definition", old, now));
  }

  private void views(View from, View to) {
    String view = to.name().text();
    if (from.definition().equals(to.definition())) {
      changed("view", view, "column names", from.labels(), to.labels());
    } else {
      changed("view", view, "its query", from, to);
    }
  }

  private void tables(Table from, Table to) {
    String table = to.name().text();
    if (from.isVirtual() && to.isVirtual() && !Objects.equals(from.virtual(), to.virtual())) {
      // its columns are among the arguments of its module
      changed("table", table, "module", from.virtual(), to.virtual());
      return;
    }
    for (Column column : from.columns()) {
      if (to.column(column.name()).isEmpty()) {
        add(Change.DROPPED, "column", table + "." + column.name(), "");
      }
    }
    for (Column column : to.columns()) {
      from.column(column.name())
          .ifPresentOrElse(
              old -> columns(table + "." + column.name(), old, column),
              () ->
                  add(Change.ADDED, "column", table + "." + column.name(), Texts.describe(column)));
    }
    if (order == ColumnOrder.EXACT
        && Tables.sameColumns(from, to)
        && !from.columnNames().equals(to.columnNames())) {
      changed("table", table, "column order", from.columnNames(), to.columnNames());
    }
    changed("primary key", table, "", text(from.primaryKey()), text(to.primaryKey()));
    changed("primary key", table, "row id", from.rowidColumn(), to.rowidColumn());
    flag(table, "AUTOINCREMENT", from.autoincrement(), to.autoincrement());
    flag(table, "STRICT", from.strict(), to.strict());
    flag(table, "WITHOUT ROWID", from.withoutRowid(), to.withoutRowid());
    changed("table", table, "module", from.virtual(), to.virtual());
    sets("unique key", table, from.uniqueKeys(), to.uniqueKeys(), Texts::describe);
    sets("check", table, from.checks(), to.checks(), Texts::describe);
    sets("foreign key", table, from.foreignKeys(), to.foreignKeys(), Texts::describe);
    each(
        from.indexes(),
        to.indexes(),
        Index::name,
        "index",
        (old, now) ->
            changed("index", now.name().text(), "", Texts.describe(old), Texts.describe(now)));
  }

  private void columns(String column, Column from, Column to) {
    changed("column", column, "type", typeText(from), typeText(to));
    if (from.notNull() != to.notNull()) {
      changed("column", column, "", nullText(from), nullText(to));
    }
    changed(
        "column", column, "ON CONFLICT of NOT NULL", from.notNullConflict(), to.notNullConflict());
    changed("column", column, "name of NOT NULL", from.notNullName(), to.notNullName());
    changed("column", column, "default", from.defaultValue(), to.defaultValue());
    changed("column", column, "collation", from.collation(), to.collation());
    if (!Objects.equals(from.generation(), to.generation())) {
      add(
          Change.CHANGED,
          "column",
          column,
          "generated " + generationText(from) + " → " + generationText(to));
    }
  }

  private void flag(String table, String name, boolean from, boolean to) {
    if (from != to) {
      add(Change.CHANGED, "table", table, from ? name + " → none" : "none → " + name);
    }
  }

  private void changed(
      String type, String object, String what, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      String values = shown(from) + " → " + shown(to);
      boolean definition = from instanceof View || from instanceof Trigger;
      String detail = definition ? what : what.isEmpty() ? values : what + " " + values;
      add(Change.CHANGED, type, object, detail);
    }
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof Expression expression) {
      return expression.text();
    }
    return value == null || value.toString().isEmpty() ? "none" : value.toString();
  }

  private <T> void sets(
      String type, String table, List<T> from, List<T> to, Function<T, String> text) {
    // the same may be written twice
    List<T> dropped = new ArrayList<>(from);
    to.forEach(dropped::remove);
    dropped.forEach(value -> add(Change.DROPPED, type, table, text.apply(value)));
    List<T> added = new ArrayList<>(to);
    from.forEach(added::remove);
    added.forEach(value -> add(Change.ADDED, type, table, text.apply(value)));
  }

  private interface Pair<T> {
    void compare(T from, T to);
  }

  private <T> void each(
      Collection<T> from, Collection<T> to, Function<T, Name> name, String type, Pair<T> pair) {
    var old = from.stream().collect(Collectors.toMap(name, Function.identity()));
    Set<Name> left = to.stream().map(name).collect(Collectors.toSet());
    for (T value : from) {
      if (!left.contains(name.apply(value))) {
        add(Change.DROPPED, type, name.apply(value).text(), "");
      }
    }
    for (T value : to) {
      T before = old.get(name.apply(value));
      if (before == null) {
        add(Change.ADDED, type, name.apply(value).text(), detail(value));
      } else if (before != value && !before.equals(value)) {
        pair.compare(before, value);
      }
    }
  }

  private static String detail(Object value) {
    return value instanceof Index index ? Texts.describe(index) : "";
  }

  private void add(Change change, String type, String object, String detail) {
    found.add(new Difference(change, type, object, detail));
  }

  private static String typeText(Column column) {
    return column.type().isEmpty() ? "none" : column.type();
  }

  private static String nullText(Column column) {
    return column.notNull() ? "NOT NULL" : "NULL";
  }

  private static String generationText(Column column) {
    Generation generation = column.generation();
    return generation == null ? "none" : Texts.describe(generation);
  }

  private static @Nullable String text(@Nullable KeyConstraint key) {
    return key == null ? null : Texts.describe(key);
  }
}
