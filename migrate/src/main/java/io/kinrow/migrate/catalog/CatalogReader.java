package io.kinrow.migrate.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue of an SQLite database: what its PRAGMAs know comes from them, the rest from
 * the text of its {@code CREATE} statements.
 */
public final class CatalogReader {

  private CatalogReader() {}

  /**
   * Reads all but SQLite's own tables and those named.
   *
   * @param leftOut such as Flyway's history table, whose name is the project's to choose
   * @throws SQLException when the database cannot be read
   * @throws io.kinrow.migrate.sql.SqlSyntaxException when one of its statements cannot be read
   */
  public static Catalog read(Connection connection, Set<String> leftOut) throws SQLException {
    return read(connection, leftOut, null);
  }

  /**
   * Reads some of the tables only, with what belongs to them.
   *
   * @param only the tables to read; null for all, and then views too
   */
  public static Catalog read(Connection connection, Set<String> leftOut, @Nullable Set<Name> only)
      throws SQLException {
    Set<Name> hidden = new HashSet<>();
    leftOut.forEach(name -> hidden.add(new Name(name)));
    Set<Name> parked = new HashSet<>();
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Map<String, Object> row :
        Rows.of(
            connection,
            "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE true"
                + Facts.condition("tbl_name", only))) {
      Name table = new Name(Rows.text(row, "tbl_name"));
      Name name = new Name(Rows.text(row, "name"));
      boolean keeper = row.get("type").equals("trigger") && name.key().startsWith(Catalog.PARKED);
      if (table.key().startsWith(Catalog.PARKED)) {
        parked.add(table);
      } else if (keeper) {
        parked.add(name);
      } else if (!hidden.contains(table) && !table.key().startsWith("sqlite_")) {
        objects.add(row);
      }
    }
    Map<String, String> sources = new HashMap<>();
    for (Map<String, Object> row : objects) {
      if (row.get("sql") != null) {
        String key = Rows.text(row, "type") + ":" + new Name(Rows.text(row, "name")).key();
        sources.put(key, Sources.forScripts(Rows.text(row, "sql")));
      }
    }
    Facts facts = Facts.read(connection, only);
    ObjectReader reader = new ObjectReader(facts, sources);
    List<Table> tables = new ArrayList<>();
    List<View> views = new ArrayList<>();
    List<Trigger> triggers = new ArrayList<>();
    for (Map<String, Object> row : objects) {
      Name name = new Name(Rows.text(row, "name"));
      switch (Rows.text(row, "type")) {
        case "table" -> {
          if (!facts.isShadow(name)) {
            tables.add(reader.table(name));
          }
        }
        case "view" -> views.add(reader.view(name));
        case "trigger" -> triggers.add(reader.trigger(name, new Name(Rows.text(row, "tbl_name"))));
        default -> {
          // an index is read with its table
        }
      }
    }
    return new Catalog(resolved(tables), views, triggers, sources, parked);
  }

  /** Fills in the parent's primary key where a foreign key names no columns. */
  private static List<Table> resolved(List<Table> tables) {
    Map<Name, Key> keys = new HashMap<>();
    for (Table table : tables) {
      if (table.primaryKey() != null) {
        keys.put(table.name(), table.primaryKey());
      }
    }
    return tables.stream().map(table -> ObjectReader.withParentKeys(table, keys)).toList();
  }
}
