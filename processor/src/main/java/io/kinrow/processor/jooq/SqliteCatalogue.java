package io.kinrow.processor.jooq;

import io.kinrow.annotation.TableModel.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.tools.JooqLogger;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQLite's own catalogue through its pragmas, which know every table whatever its DDL looks
 * like; no DDL is parsed.
 */
final class SqliteCatalogue {

  private static final JooqLogger LOG = JooqLogger.getLogger(SqliteCatalogue.class);

  private final DSLContext dsl;
  private final Map<String, SqliteTableInfo> tables = new TreeMap<>();
  private final Map<String, String> unreadable = new TreeMap<>();

  SqliteCatalogue(DSLContext dsl) {
    this.dsl = dsl;
    for (Record row : dsl.fetch("select name, type, wr from pragma_table_list where schema = 'main'")) {
      String name = text(row, "name");
      String type = text(row, "type");
      if (!type.equals("shadow") && !name.toLowerCase(Locale.ROOT).startsWith("sqlite_")) {
        read(name, type, flag(row, "wr"));
      }
    }
  }

  /** By name, without SQLite's own and the shadow tables of virtual ones. */
  Map<String, SqliteTableInfo> tables() {
    return Collections.unmodifiableMap(tables);
  }

  /** Why SQLite itself cannot tell the columns of a table, by the table's name. */
  Map<String, String> unreadable() {
    return Collections.unmodifiableMap(unreadable);
  }

  private void read(String name, String type, boolean withoutRowid) {
    SqliteTableInfo.Kind kind =
        switch (type) {
          case "view" -> SqliteTableInfo.Kind.VIEW;
          case "virtual" -> SqliteTableInfo.Kind.VIRTUAL;
          default -> SqliteTableInfo.Kind.TABLE;
        };
    try {
      boolean rowid = kind == SqliteTableInfo.Kind.TABLE && !withoutRowid;
      boolean triggers =
          !dsl.fetch("select 1 from sqlite_master where type = 'trigger' and tbl_name = ? collate nocase", name)
              .isEmpty();
      String sql = dsl.fetchOne("select coalesce(sql, '') from sqlite_master where name = ? and type in ('table', 'view')", name).get(0, String.class);
      tables.put(
          name,
          new SqliteTableInfo(name, kind, rowid, triggers, sql, columns(name), indexes(name)));
    } catch (DataAccessException e) {
      unreadable.put(name, e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }
  }

  private List<SqliteColumn> columns(String table) {
    return dsl
        .fetch("select * from pragma_table_xinfo(?) where hidden <> 1 order by cid", table)
        .map(
            row ->
                new SqliteColumn(
                    text(row, "name"),
                    type(row),
                    flag(row, "notnull"),
                    row.get("dflt_value", String.class),
                    number(row, "pk"),
                    number(row, "hidden")));
  }

  /** A generated column without a type has its first words taken for one. */
  private static String type(Record row) {
    return text(row, "type").replaceAll("(?i)\\s*generated\\s+always\\s*$", "").strip();
  }

  private List<SqliteIndex> indexes(String table) {
    List<SqliteIndex> indexes = new ArrayList<>();
    for (Record row :
        dsl.fetch(
            "select name, \"unique\", origin from pragma_index_list(?) where partial = 0 order by seq desc",
            table)) {
      String name = text(row, "name");
      var parts = dsl.fetch("select name, cid, coll from pragma_index_xinfo(?) where key = 1 order by seqno", name);
      if (parts.stream().allMatch(part -> number(part, "cid") >= 0)) {
        indexes.add(
            new SqliteIndex(
                name,
                flag(row, "unique"),
                text(row, "origin"),
                parts.map(part -> text(part, "name"))));
      }
    }
    return indexes;
  }

  /** In the order of declaration; what cannot be followed is left out with a warning. */
  List<SqliteReference> references(SqliteTableInfo table) {
    Map<Integer, List<Record>> keys = new TreeMap<>(Collections.reverseOrder());
    for (Record row :
        dsl.fetch("select * from pragma_foreign_key_list(?) order by id, seq", table.name())) {
      keys.computeIfAbsent(number(row, "id"), id -> new ArrayList<>()).add(row);
    }
    List<SqliteReference> references = new ArrayList<>();
    for (List<Record> rows : keys.values()) {
      SqliteReference reference = reference(table, rows);
      if (reference != null && references.stream().noneMatch(reference::sameAs)) {
        references.add(reference.distinctFrom(references));
      }
    }
    return references;
  }

  private @Nullable SqliteReference reference(SqliteTableInfo table, List<Record> rows) {
    List<String> columns = new ArrayList<>();
    List<String> targetColumns = new ArrayList<>();
    String where = "Foreign key of table " + table.name();
    SqliteTableInfo target = find(text(rows.get(0), "table"));
    if (target == null) {
      LOG.warn(where + " left out", "it refers to table " + text(rows.get(0), "table") + ", which does not exist");
      return null;
    }
    boolean implicit = rows.get(0).get("to") == null;
    if (implicit && target.primaryKey().size() != rows.size()) {
      LOG.warn(where + " left out", "it has " + rows.size() + " columns, the primary key of " + target.name() + " has " + target.primaryKey().size());
      return null;
    }
    for (int i = 0; i < rows.size(); i++) {
      String from = column(table, text(rows.get(i), "from"));
      String to = implicit ? target.primaryKey().get(i) : column(target, text(rows.get(i), "to"));
      if (from == null || to == null) {
        LOG.warn(where + " left out", "it refers to column " + rows.get(i).get("to") + " of " + target.name() + ", which does not exist");
        return null;
      }
      columns.add(from);
      targetColumns.add(to);
    }
    return new SqliteReference(
        "fk_" + table.name() + "_" + String.join("_", columns),
        columns,
        target.name(),
        targetColumns,
        action(rows.get(0), "on_delete"),
        action(rows.get(0), "on_update"));
  }

  private @Nullable SqliteTableInfo find(String name) {
    return tables.values().stream()
        .filter(table -> table.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String column(SqliteTableInfo table, String name) {
    return table.columns().stream()
        .map(SqliteColumn::name)
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElse(null);
  }

  private static Action action(Record row, String column) {
    return Action.valueOf(text(row, column).replace(' ', '_').toUpperCase(Locale.ROOT));
  }

  private static String text(Record row, String column) {
    String text = row.get(column, String.class);
    return text == null ? "" : text;
  }

  private static int number(Record row, String column) {
    return row.get(column, Integer.class);
  }

  private static boolean flag(Record row, String column) {
    return number(row, column) != 0;
  }
}
