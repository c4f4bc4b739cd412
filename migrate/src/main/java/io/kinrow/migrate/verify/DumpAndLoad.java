package io.kinrow.migrate.verify;

import io.kinrow.migrate.sql.Names;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Does to a database what SQLite's {@code .dump} and {@code .read} do: everything is made again, in
 * the order tables, rows, the rest, and row ids that are not columns are given out anew.
 */
final class DumpAndLoad {

  private DumpAndLoad() {}

  /** Does it in place; not where there are virtual tables, whose rows live in shadow tables. */
  static void into(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      into(statement);
    }
  }

  private static void into(Statement database) throws SQLException {
    if (!texts(database, "SELECT 1 FROM pragma_table_list WHERE type = 'virtual'").isEmpty()) {
      return;
    }
    List<String> tables =
        texts(
            database,
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE"
                + " 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
    List<String> tableTexts = sources(database, "type = 'table'");
    List<String> otherTexts = sources(database, "type <> 'table'");
    database.execute("BEGIN");
    List<String> loads = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      String name = Names.quoted(tables.get(i));
      String columns =
          texts(
                  database,
                  "SELECT name FROM pragma_table_xinfo("
                      + Names.literal(tables.get(i))
                      + ") WHERE hidden = 0 ORDER BY cid")
              .stream()
              .map(Names::quoted)
              .collect(Collectors.joining(", "));
      String dump = Names.quoted("kinrow_dump_" + i);
      database.execute("CREATE TEMP TABLE " + dump + " AS SELECT " + columns + " FROM " + name);
      loads.add("INSERT INTO main." + name + " (" + columns + ") SELECT * FROM temp." + dump);
    }
    boolean sequences =
        !texts(database, "SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'")
            .isEmpty();
    if (sequences) {
      database.execute("CREATE TEMP TABLE kinrow_sequences AS SELECT * FROM main.sqlite_sequence");
    }
    for (String view : texts(database, "SELECT name FROM main.sqlite_schema WHERE type = 'view'")) {
      database.execute("DROP VIEW main." + Names.quoted(view));
    }
    for (String table : tables) {
      database.execute("DROP TABLE main." + Names.quoted(table));
    }
    for (String sql : tableTexts) {
      database.execute(sql);
    }
    for (String sql : loads) {
      database.execute(sql);
    }
    if (sequences) {
      database.execute("DELETE FROM main.sqlite_sequence");
      database.execute("INSERT INTO main.sqlite_sequence SELECT * FROM kinrow_sequences");
    }
    for (String sql : otherTexts) {
      database.execute(sql);
    }
    database.execute("COMMIT");
  }

  private static List<String> sources(Statement database, String which) throws SQLException {
    return texts(
        database,
        "SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE"
            + " 'sqlite\\_%' ESCAPE '\\' AND "
            + which
            + " ORDER BY CASE type WHEN 'view' THEN 1 WHEN 'trigger' THEN 2 ELSE 0 END, rowid");
  }

  private static List<String> texts(Statement database, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rs = database.executeQuery(sql)) {
      while (rs.next()) {
        texts.add(rs.getString(1));
      }
    }
    return texts;
  }
}
