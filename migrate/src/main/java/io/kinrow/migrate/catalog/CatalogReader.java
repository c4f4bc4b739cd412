package io.kinrow.migrate.catalog;

import io.kinrow.migrate.catalog.CatalogMemory.KnownTable;
import io.kinrow.migrate.catalog.CatalogMemory.KnownView;
import io.kinrow.migrate.sql.Tokenizer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue of an SQLite database: what its PRAGMAs know comes from them, the rest from
 * the text of its {@code CREATE} statements.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class CatalogReader {

  /** Stands for the object itself among what it names. */
  private static final Object ITSELF = new Object();

  private final Connection connection;
  private final LeftOut leftOut;
  private final CatalogMemory memory;
  private final Facts facts = new Facts();
  private final Map<Name, SchemaRow> viewRows = new HashMap<>();
  private final Map<Name, KnownTable> tables = new HashMap<>();
  private final Map<Name, KnownView> views = new HashMap<>();
  private final Set<Name> resolving = new HashSet<>();
  private boolean circular;

  private CatalogReader(Connection connection, LeftOut leftOut, CatalogMemory memory) {
    this.connection = connection;
    this.leftOut = leftOut;
    this.memory = memory;
  }

  /**
   * Reads all but SQLite's own tables and those named.
   *
   * @param leftOut such as Flyway's history table, whose name is the project's to choose; a table
   *     goes with all that belongs to it
   * @throws SQLException when the database cannot be read
   * @throws io.kinrow.migrate.sql.SqlSyntaxException when one of its statements cannot be read
   */
  public static Catalog read(Connection connection, LeftOut leftOut) throws SQLException {
    return read(connection, leftOut, CatalogMemory.recent());
  }

  /**
   * Reads the same, but what is known already.
   *
   * @param memory what was read before; gets what is read now
   * @throws SQLException when the database cannot be read
   * @throws io.kinrow.migrate.sql.SqlSyntaxException when one of its statements cannot be read
   */
  public static Catalog read(Connection connection, LeftOut leftOut, CatalogMemory memory)
      throws SQLException {
    return new CatalogReader(connection, leftOut, memory).read();
  }

  /** A row of SQLite's own catalogue. */
  private record SchemaRow(String type, Name name, Name table, @Nullable String sql) {

    boolean isVirtual() {
      return sql != null && type.equals("table") && Tokenizer.first(sql, 2).get(1).is("VIRTUAL");
    }
  }

  private Catalog read() throws SQLException {
    List<SchemaRow> all = rows();
    boolean virtual = readTables(all);
    Set<Name> shadows = virtual ? Facts.shadows(connection) : Set.of();
    for (SchemaRow row : all) {
      if (row.type.equals("view")) {
        viewRows.put(row.name, row);
      }
    }
    for (Name view : viewRows.keySet()) {
      view(view);
    }
    Set<Name> parked = new HashSet<>();
    List<SchemaRow> objects = all.stream().filter(row -> isOfSchema(row, parked)).toList();
    Map<String, String> sources = new HashMap<>();
    for (SchemaRow row : objects) {
      if (row.sql != null) {
        sources.put(row.type + ":" + row.name.key(), memory.forScripts(row.sql));
      }
    }
    ObjectReader reader = new ObjectReader(facts, sources);
    List<KnownTable> known = new ArrayList<>();
    List<View> readViews = new ArrayList<>();
    List<Trigger> triggers = new ArrayList<>();
    for (SchemaRow row : objects) {
      switch (row.type) {
        case "table" -> {
          if (!shadows.contains(row.name)) {
            known.add(table(row.name, reader));
          }
        }
        case "view" -> readViews.add(view(row.name, reader));
        case "trigger" -> triggers.add(trigger(row, reader));
        default -> {
          // an index is read with its table
        }
      }
    }
    return new Catalog(resolved(known), readViews, triggers, sources, parked);
  }

  private List<SchemaRow> rows() throws SQLException {
    List<SchemaRow> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT type, name, tbl_name, sql FROM main.sqlite_schema")) {
      while (result.next()) {
        rows.add(
            new SchemaRow(
                result.getString(1),
                new Name(result.getString(2)),
                new Name(result.getString(3)),
                result.getString(4)));
      }
    }
    return rows;
  }

  /** Whether something is a part of the schema; what keeps data for an undo is noted. */
  private boolean isOfSchema(SchemaRow row, Set<Name> parked) {
    if (row.table.key().startsWith(Catalog.PARKED)) {
      parked.add(row.table);
      return false;
    }
    if (row.type.equals("trigger") && row.name.key().startsWith(Catalog.PARKED)) {
      parked.add(row.name);
      return false;
    }
    return !leftOut.has(row.table)
        && (row.type.equals("index") || !leftOut.has(row.name))
        && !row.table.key().startsWith("sqlite_");
  }

  /**
   * Finds all tables, and asks about those that are not known as they are. One of a module depends
   * on more than its text.
   *
   * @return whether there are any of modules
   */
  private boolean readTables(List<SchemaRow> rows) throws SQLException {
    Map<Name, List<String>> texts = new LinkedHashMap<>();
    Set<Name> virtual = new HashSet<>();
    for (SchemaRow row : rows) {
      if (row.type.equals("table")) {
        texts.put(row.name, new ArrayList<>(List.of(row.name.text(), String.valueOf(row.sql))));
        if (row.isVirtual()) {
          virtual.add(row.name);
        }
      }
    }
    for (SchemaRow row : rows) {
      List<String> ofTable = texts.get(row.table);
      if (row.type.equals("index") && row.sql != null && ofTable != null) {
        ofTable.add(row.name.text());
        ofTable.add(row.sql);
      }
    }
    Set<Name> unknown = new HashSet<>(virtual);
    texts.forEach(
        (name, made) -> {
          if (!memory.tables.containsKey(made)) {
            unknown.add(name);
          }
        });
    if (!unknown.isEmpty()) {
      Facts.read(connection, unknown.size() == texts.size() ? null : unknown)
          .forEach((name, read) -> tables.put(name, new KnownTable(read)));
    }
    texts.forEach(
        (name, made) -> {
          KnownTable table =
              virtual.contains(name)
                  ? tables.getOrDefault(name, new KnownTable(TablePragmas.NONE))
                  : memory.tables.computeIfAbsent(
                      made, key -> tables.getOrDefault(name, new KnownTable(TablePragmas.NONE)));
          tables.put(name, table);
          facts.add(name, table.facts);
        });
    return !virtual.isEmpty();
  }

  /** All that a text may mean by its names: one object more, less or changed makes another list. */
  private List<@Nullable Object> meanings(Name own, String sql) {
    List<@Nullable Object> meanings = new ArrayList<>();
    for (Name name : memory.mentioned(sql)) {
      if (name.equals(own)) {
        meanings.add(ITSELF);
      } else if (tables.containsKey(name)) {
        meanings.add(tables.get(name));
      } else {
        meanings.add(viewRows.containsKey(name) ? view(name) : null);
      }
    }
    return meanings;
  }

  private KnownView view(Name name) {
    KnownView known = views.get(name);
    if (known != null) {
      return known;
    }
    if (!resolving.add(name)) {
      circular = true;
      return new KnownView(List.of());
    }
    String sql = String.valueOf(Objects.requireNonNull(viewRows.get(name)).sql);
    List<@Nullable Object> made = new ArrayList<>(List.of(name.text(), sql));
    made.addAll(meanings(name, sql));
    resolving.remove(name);
    KnownView remembered = circular ? null : memory.views.get(made);
    KnownView view =
        remembered == null ? new KnownView(Facts.labels(connection, name)) : remembered;
    if (!circular) {
      memory.views.put(made, view);
    }
    circular &= !resolving.isEmpty();
    views.put(name, view);
    facts.add(name, view.labels);
    return view;
  }

  private KnownTable table(Name name, ObjectReader reader) {
    KnownTable known = Objects.requireNonNull(tables.get(name));
    if (known.table == null) {
      known.table = reader.table(name);
    }
    return known;
  }

  private View view(Name name, ObjectReader reader) {
    KnownView known = Objects.requireNonNull(views.get(name));
    if (known.view == null) {
      known.view = reader.view(name);
    }
    return known.view;
  }

  private Trigger trigger(SchemaRow row, ObjectReader reader) {
    String sql = String.valueOf(row.sql);
    List<@Nullable Object> made = new ArrayList<>(List.of(row.name.text(), row.table.text(), sql));
    made.addAll(meanings(new Name(""), sql));
    return memory.triggers.computeIfAbsent(made, key -> reader.trigger(row.name, row.table));
  }

  /** Fills in the parent's primary key where a foreign key names no columns. */
  private List<Table> resolved(List<KnownTable> known) {
    Map<Name, KeyConstraint> keys = new HashMap<>();
    for (KnownTable one : known) {
      Table table = Objects.requireNonNull(one.table);
      if (table.primaryKey() != null) {
        keys.put(table.name(), table.primaryKey());
      }
    }
    return known.stream().map(one -> one.resolved(keys, leftOut)).toList();
  }
}
