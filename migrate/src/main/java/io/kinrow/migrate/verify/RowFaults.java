package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Check;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Expression;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.verify.FaultCount.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the rows of SQLite tables that the next schema of the same tables would refuse. */
final class RowFaults {
  private final Connection connection;
  private final Catalog before;
  private final Catalog after;
  private final FaultCount faults;

  RowFaults(Connection connection, Catalog before, Catalog after) {
    this.connection = connection;
    this.before = before;
    this.after = after;
    this.faults = new FaultCount(connection);
  }

  List<String> list() {
    for (Table to : after.tables()) {
      Table from = before.table(to.name()).orElse(null);
      if (from != null && !from.isVirtual() && !to.isVirtual()) {
        nulls(from, to);
        duplicates(from, to);
        orphans(from, to);
        checks(from, to);
        types(from, to);
      }
    }
    return faults.list();
  }

  private void nulls(Table from, Table to) {
    for (Column column : to.columns()) {
      Column old = from.column(column.name()).orElse(null);
      if (!column.notNull() || column.isGenerated() || (old != null && old.notNull())) {
        continue;
      }
      if (old != null) {
        faults.count(
            from(to) + " WHERE " + column.name().sql() + " IS NULL",
            Fault.NULL_BEFORE.of(to.name(), column.name()));
      } else if (column.defaultValue() == null && !column.name().equals(to.rowidColumn())) {
        faults.count(from(to), Fault.NEW_COLUMN.of(to.name(), column.name()));
      }
    }
  }

  private void duplicates(Table from, Table to) {
    List<KeyConstraint> keys = new ArrayList<>(to.uniqueKeys());
    keys.removeAll(from.uniqueKeys());
    if (to.primaryKey() != null && !to.primaryKey().equals(from.primaryKey())) {
      keys.add(to.primaryKey());
    }
    keys.forEach(key -> duplicates(to, key.columns(), null));
    for (Index index : to.indexes()) {
      if (index.unique() && !from.indexes().contains(index)) {
        duplicates(to, index.parts(), index.where());
      }
    }
  }

  private void duplicates(Table table, List<KeyConstraint.Part> parts, @Nullable Expression where) {
    List<String> values = parts.stream().map(part -> value(table, part.expression())).toList();
    String groups =
        IntStream.range(0, parts.size())
            .mapToObj(i -> values.get(i) + " COLLATE " + parts.get(i).collation())
            .collect(Collectors.joining(", "));
    String present =
        values.stream().map(value -> value + " IS NOT NULL").collect(Collectors.joining(" AND "));
    faults.count(
        "FROM (SELECT count(*) AS n %s WHERE %s%s GROUP BY %s HAVING n > 1)"
            .formatted(
                from(table), present, where == null ? "" : " AND (" + where.text() + ")", groups),
        "coalesce(sum(n), 0)",
        Fault.DUPLICATE.of(
            table.name(),
            parts.stream().map(p -> p.expression().text()).collect(Collectors.joining(", "))));
  }

  private void orphans(Table from, Table to) {
    for (ForeignKey key : to.foreignKeys()) {
      if (from.foreignKeys().contains(key) || key.columns().size() != key.parentColumns().size()) {
        continue;
      }
      String same =
          IntStream.range(0, key.columns().size())
              .mapToObj(
                  i ->
                      "parent.%s = child.%s"
                          .formatted(key.parentColumns().get(i).sql(), key.columns().get(i).sql()))
              .collect(Collectors.joining(" AND "));
      String present =
          key.columns().stream()
              .map(column -> "child." + column.sql() + " IS NOT NULL")
              .collect(Collectors.joining(" AND "));
      faults.count(
          "%s AS child WHERE %s AND NOT EXISTS (SELECT 1 FROM %s AS parent WHERE %s)"
              .formatted(from(to), present, key.parent().sql(), same),
          Fault.ORPHAN.of(to.name(), names(key.columns()), key.parent()));
    }
  }

  private void checks(Table from, Table to) {
    for (Check check : to.checks()) {
      if (!from.checks().contains(check)) {
        faults.count(
            from(to) + " WHERE NOT (" + check.expression().text() + ")",
            Fault.CHECK.of(to.name(), check.expression().text()));
      }
    }
  }

  /** SQLite says itself what it can convert: the values go through a column of the new type. */
  private void types(Table from, Table to) {
    if (!to.strict()) {
      return;
    }
    for (Column column : to.columns()) {
      Column old = from.column(column.name()).orElse(null);
      boolean asBefore = from.strict() && old != null && old.type().equals(column.type());
      if (old == null || asBefore || column.isGenerated() || column.type().equals("ANY")) {
        continue;
      }
      String kind =
          column.type().equals("INT") ? "integer" : column.type().toLowerCase(Locale.ROOT);
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TEMP TABLE kinrow_fit (v " + column.type() + ")");
        statement.execute("INSERT INTO kinrow_fit SELECT " + column.name().sql() + " " + from(to));
        faults.count(
            "FROM kinrow_fit WHERE typeof(v) NOT IN ('null', '" + kind + "')",
            Fault.TYPE.of(to.name(), column.name(), column.type()));
        statement.execute("DROP TABLE kinrow_fit");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String from(Table table) {
    return "FROM " + table.name().sql();
  }

  private static String value(Table table, Expression part) {
    Name name = new Name(part.text());
    return table.column(name).isPresent() ? name.sql() : "(" + part.text() + ")";
  }

  private static String names(List<Name> columns) {
    return columns.stream().map(Name::text).collect(Collectors.joining(", "));
  }
}
