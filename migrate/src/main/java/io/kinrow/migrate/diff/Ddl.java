package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.plan.Mentions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a schema as its own {@code CREATE} statements. */
final class Ddl {

  private Ddl() {}

  /** Parents before children, tables with their indexes, views behind those they select from. */
  static String of(Catalog catalog) {
    return text(Stream.concat(tables(catalog).stream(), viewsAndTriggers(catalog).stream()));
  }

  static String text(Stream<String> statements) {
    return statements.map(sql -> sql + ";\n").collect(Collectors.joining("\n"));
  }

  static List<String> tables(Catalog catalog) {
    List<String> sql = new ArrayList<>();
    for (Table table : inOrder(catalog)) {
      sql.add(catalog.sql(table));
      table.indexes().forEach(index -> sql.add(catalog.sql(index)));
    }
    return sql;
  }

  /** Full-text indexes stand behind the tables whose text they index. */
  static List<Table> inOrder(Catalog catalog) {
    List<Table> tables = Tables.parentsFirst(catalog.tables());
    return Stream.concat(
            tables.stream().filter(table -> !table.isVirtual()),
            tables.stream().filter(Table::isVirtual))
        .toList();
  }

  static List<String> viewsAndTriggers(Catalog catalog) {
    List<String> sql = new ArrayList<>();
    Mentions.inOrder(catalog.views()).forEach(view -> sql.add(catalog.sql(view)));
    catalog.triggers().forEach(trigger -> sql.add(catalog.sql(trigger)));
    return sql;
  }
}
