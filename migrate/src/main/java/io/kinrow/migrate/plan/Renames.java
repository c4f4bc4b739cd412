package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first part of a script: renames. SQLite itself carries them into indexes, keys, views and
 * triggers, so the catalogue after them is read from a scratch database.
 */
final class Renames {

  /** The statements, and the catalogue after them. */
  record Done(List<String> statements, Catalog catalog) {}

  private Renames() {}

  static Done of(Request request) throws SQLException {
    List<String> renames = statements(request);
    if (renames.isEmpty()) {
      return new Done(List.of(), request.from());
    }
    try (ScratchSchema scratch = ScratchSchema.of(request.from())) {
      return run(scratch, renames);
    } catch (SQLException e) {
      // a view or trigger that SQLite cannot rewrite stands in the way: it is made anew afterwards
      List<String> all = new ArrayList<>();
      for (Trigger trigger : request.from().triggers()) {
        all.add("DROP TRIGGER " + trigger.name().sql());
      }
      for (View view : request.from().views()) {
        all.add("DROP VIEW " + view.name().sql());
      }
      all.addAll(renames);
      try (ScratchSchema scratch = ScratchSchema.of(request.from())) {
        return run(scratch, all);
      }
    }
  }

  private static Done run(ScratchSchema scratch, List<String> statements) throws SQLException {
    for (String statement : statements) {
      scratch.execute(statement);
    }
    return new Done(statements, scratch.catalog());
  }

  private static List<String> statements(Request request) {
    List<String> statements = new ArrayList<>();
    List<TableRename> tables = request.tableRenames();
    Set<Name> oldTables = tables.stream().map(TableRename::from).collect(Collectors.toSet());
    boolean swap = tables.stream().anyMatch(rename -> oldTables.contains(rename.to()));
    for (TableRename rename : tables) {
      statements.add(table(rename.from(), swap ? between(rename.to()) : rename.to()));
    }
    for (TableRename rename : swap ? tables : List.<TableRename>of()) {
      statements.add(table(between(rename.to()), rename.to()));
    }
    for (Table table : request.to().tables()) {
      List<ColumnRename> columns =
          request.columnRenames().stream()
              .filter(rename -> rename.table().equals(table.name()))
              .toList();
      Set<Name> oldColumns = columns.stream().map(ColumnRename::from).collect(Collectors.toSet());
      boolean columnSwap = columns.stream().anyMatch(rename -> oldColumns.contains(rename.to()));
      for (ColumnRename rename : columns) {
        Name to = columnSwap ? between(rename.to()) : rename.to();
        statements.add(column(table.name(), rename.from(), to));
      }
      for (ColumnRename rename : columnSwap ? columns : List.<ColumnRename>of()) {
        statements.add(column(table.name(), between(rename.to()), rename.to()));
      }
    }
    return statements;
  }

  private static Name between(Name name) {
    return new Name("kinrow_swap_" + name);
  }

  private static String table(Name from, Name to) {
    return "ALTER TABLE " + from.sql() + " RENAME TO " + to.sql();
  }

  private static String column(Name table, Name from, Name to) {
    return "ALTER TABLE " + table.sql() + " RENAME COLUMN " + from.sql() + " TO " + to.sql();
  }
}
