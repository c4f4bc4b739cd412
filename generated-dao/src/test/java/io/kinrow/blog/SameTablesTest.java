package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The migrations give the same tables on both engines, and those are the generated ones. */
class SameTablesTest {

  private static final List<String> ACTIONS =
      List.of("cascade", "restrict", "set null", "no action", "set default");

  /** The Java type that a column is read as, by its name on either engine. */
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "INTEGER",
          Long.class,
          "int8",
          Long.class,
          "TEXT",
          String.class,
          "text",
          String.class,
          "TIMESTAMP",
          java.time.LocalDateTime.class,
          "timestamp",
          java.time.LocalDateTime.class);

  @Test
  void columnsKeysAndIndexes_areTheSame() throws SQLException {
    List<String> onSqlite = schema(BlogEngine.SQLITE);
    assertThat(onSqlite).hasSizeGreaterThan(20).contains("posts.user_id: Long not null");
    assertThat(schema(BlogEngine.POSTGRESQL)).isEqualTo(onSqlite);
  }

  @ParameterizedTest
  @EnumSource(BlogEngine.class)
  void columns_areThoseOfTheGeneratedTables(BlogEngine engine) throws SQLException {
    List<String> generated = new ArrayList<>();
    for (Table<?> table : io.kinrow.blog.db.DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      for (Field<?> field : table.fields()) {
        generated.add(
            column(
                table.getName(),
                field.getName(),
                field.getType(),
                !field.getDataType().nullable()));
      }
    }
    assertThat(schema(engine)).containsAll(generated);
  }

  private static List<String> schema(BlogEngine engine) throws SQLException {
    try (TemporaryBlog blog = new TemporaryBlog(engine);
        Connection connection = DriverManager.getConnection(blog.url())) {
      List<String> facts = new ArrayList<>();
      for (String table : List.of("users", "posts", "followers")) {
        columns(connection.getMetaData(), table, facts);
        keys(connection.getMetaData(), table, facts);
        indexes(connection.getMetaData(), table, facts);
      }
      return facts;
    }
  }

  private static String column(String table, String name, Class<?> type, boolean notNull) {
    return table + "." + name + ": " + type.getSimpleName() + (notNull ? " not null" : "");
  }

  private static void columns(DatabaseMetaData database, String table, List<String> facts)
      throws SQLException {
    List<String> key = new ArrayList<>();
    try (ResultSet rows = database.getPrimaryKeys(null, null, table)) {
      Map<Integer, String> parts = new TreeMap<>();
      while (rows.next()) {
        parts.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
      key.addAll(parts.values());
    }
    facts.add(table + ": primary key " + key);
    try (ResultSet rows = database.getColumns(null, null, table, null)) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME");
        String type = rows.getString("TYPE_NAME");
        assertThat(TYPES).as("%s.%s", table, name).containsKey(type);
        boolean notNull = rows.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls;
        facts.add(column(table, name, TYPES.get(type), notNull || key.contains(name)));
      }
    }
  }

  private static void keys(DatabaseMetaData database, String table, List<String> facts)
      throws SQLException {
    List<String> keys = new ArrayList<>();
    try (ResultSet rows = database.getImportedKeys(null, null, table)) {
      while (rows.next()) {
        keys.add(
            "%s.%s references %s.%s on delete %s"
                .formatted(
                    table,
                    rows.getString("FKCOLUMN_NAME"),
                    rows.getString("PKTABLE_NAME"),
                    rows.getString("PKCOLUMN_NAME"),
                    ACTIONS.get(rows.getInt("DELETE_RULE"))));
      }
    }
    keys.stream().sorted().forEach(facts::add);
  }

  /** Without their names, which constraints have of the engine's own choice. */
  private static void indexes(DatabaseMetaData database, String table, List<String> facts)
      throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    Map<String, Boolean> unique = new TreeMap<>();
    try (ResultSet rows = database.getIndexInfo(null, null, table, false, false)) {
      while (rows.next()) {
        String name = rows.getString("INDEX_NAME");
        columns.computeIfAbsent(name, n -> new ArrayList<>()).add(rows.getString("COLUMN_NAME"));
        unique.put(name, !rows.getBoolean("NON_UNIQUE"));
      }
    }
    columns.entrySet().stream()
        .map(index -> (unique.get(index.getKey()) ? "unique" : "index") + index.getValue())
        .filter(index -> !index.equals("unique[id]")) // a primary key, which SQLite keeps elsewhere
        .sorted()
        .forEach(index -> facts.add(table + ": " + index));
  }
}
