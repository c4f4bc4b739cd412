package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Table;
import java.util.List;
import java.util.stream.Stream;

/** Writes a schema as its own {@code CREATE} statements. */
final class Ddl {

  private Ddl() {}

  /** Parents before children, tables with their indexes, views behind those they select from. */
  static String of(Catalog catalog) {
    StringBuilder sql = new StringBuilder();
    List<Table> tables = Tables.parentsFirst(catalog.tables());
    // a full-text index stands behind the table whose text it indexes
    Stream.concat(
            tables.stream().filter(table -> !table.isVirtual()),
            tables.stream().filter(Table::isVirtual))
        .forEach(
            table -> {
              add(sql, catalog.sql(table));
              table.indexes().forEach(index -> add(sql, catalog.sql(index)));
            });
    Mentions.inOrder(catalog.views()).forEach(view -> add(sql, catalog.sql(view)));
    catalog.triggers().forEach(trigger -> add(sql, catalog.sql(trigger)));
    return sql.toString();
  }

  private static void add(StringBuilder sql, String statement) {
    sql.append(sql.isEmpty() ? "" : "\n").append(statement).append(";\n");
  }
}
