package io.kinrow.queries.describe;

import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.text.TableUse;
import io.kinrow.runtime.internal.dialect.RowVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tables, views and functions of a PostgreSQL database. */
final class PostgresRelations implements Relations {

  /**
   * A table of another server may not keep what it promises, and so may a constraint not checked.
   */
  private static final String RELATIONS =
      """
      select n.nspname, c.relname, c.relkind, a.attname, format_type(a.atttypid, a.atttypmod),
             c.relkind in ('r', 'p') and (a.attnotnull or t.typnotnull)
               and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'n'
                 and not k.convalidated and a.attnum = any (k.conkey)),
             case when c.relkind = 'v' then pg_get_viewdef(c.oid) end,
             array_position(current_schemas(false)::text[], n.nspname::text)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
       where c.relkind in ('r', 'p', 'v', 'm', 'f')
         and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       order by 8, 1, 2, a.attnum""";

  private static final String FUNCTIONS =
      "select distinct proname, provolatile = 'v' and pronamespace <> 'pg_catalog'::regnamespace from pg_proc";

  /** Those of PostgreSQL's own that change something. */
  private static final Set<String> CHANGING =
      Set.of("nextval", "setval", "set_config", "pg_notify", "lo_create", "lo_import", "lo_unlink");

  private final Connection connection;
  private final List<KnownRelation> relations = new ArrayList<>();
  private final Set<String> onPath = new TreeSet<>();
  private final Set<String> functions = new TreeSet<>();
  private final Set<String> changing = new TreeSet<>(CHANGING);

  PostgresRelations(Connection connection) throws SQLException {
    this.connection = connection;
    Map<String, List<KnownColumn>> columns = new LinkedHashMap<>();
    Map<String, String[]> heads = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RELATIONS)) {
      while (rows.next()) {
        String schema = rows.getString(1);
        String key = schema + "." + rows.getString(2);
        heads.put(
            key, new String[] {schema, rows.getString(2), rows.getString(3), rows.getString(7)});
        if (rows.getInt(8) > 0) {
          onPath.add(schema);
        }
        columns
            .computeIfAbsent(key, name -> new ArrayList<>())
            .add(new KnownColumn(rows.getString(4), rows.getString(5), rows.getBoolean(6)));
      }
    }
    heads.forEach(
        (key, head) -> {
          String body = head[3] == null ? null : head[3].replaceFirst(";\\s*$", "");
          boolean plain = head[2].equals("r") || head[2].equals("p");
          relations.add(
              new KnownRelation(
                  head[0], head[1], columns.getOrDefault(key, List.of()), null, body, plain));
        });
  }

  @Override
  public Optional<KnownRelation> named(TableUse use) {
    List<KnownRelation> found =
        relations.stream()
            .filter(relation -> relation.name().equalsIgnoreCase(use.name()))
            .filter(
                relation ->
                    use.schema().isEmpty()
                        ? onPath.contains(relation.schema())
                        : relation.schema().equalsIgnoreCase(use.schema()))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Columns of views are columns to jOOQ too. */
  @Override
  public Optional<ColumnOrigin> origin(KnownRelation relation, String column) {
    return relation
        .column(column)
        .map(known -> new ColumnOrigin(relation.schema(), relation.name(), known.name()));
  }

  Optional<KnownRelation> relation(String schema, String name) {
    return relations.stream()
        .filter(relation -> relation.schema().equals(schema) && relation.name().equals(name))
        .findFirst();
  }

  Optional<KnownColumn> column(ColumnOrigin origin) {
    return relation(origin.schema(), origin.table()).stream()
        .flatMap(relation -> relation.columns().stream())
        .filter(column -> column.name().equals(origin.column()))
        .findFirst()
        .or(() -> rowVersion(origin));
  }

  /** The system column that each row has, which {@code *} does not stand for. */
  private Optional<KnownColumn> rowVersion(ColumnOrigin origin) {
    return relation(origin.schema(), origin.table())
        .filter(relation -> relation.plain() && origin.column().equals(RowVersion.NAME))
        .map(relation -> new KnownColumn(RowVersion.NAME, "xid", true));
  }

  @Override
  public List<KnownRelation> all() {
    return relations;
  }

  /** Names of functions. */
  Set<String> functions() throws SQLException {
    if (functions.isEmpty()) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(FUNCTIONS)) {
        while (rows.next()) {
          functions.add(rows.getString(1));
          if (rows.getBoolean(2)) {
            changing.add(rows.getString(1));
          }
        }
      }
    }
    return functions;
  }

  /** Whether a function of this name can change the database. */
  boolean canChange(String function) throws SQLException {
    functions();
    return changing.contains(function);
  }
}
