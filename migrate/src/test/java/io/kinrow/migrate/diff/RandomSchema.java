package io.kinrow.migrate.diff;

import io.kinrow.migrate.compare.DiffOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A made-up schema, and changes to it; the same seed gives the same. */
public final class RandomSchema {

  private static final List<String> TABLES =
      List.of("users", "posts", "Order", "a b", "tags", "notes");
  private static final List<String> COLUMNS =
      List.of("name", "Body", "group", "x y", "size", "price", "state", "note", "parent_id", "ref");
  private static final List<String> TYPES =
      List.of("INTEGER", "TEXT", "REAL", "BLOB", "INT", "VARCHAR(20)", "NUMERIC", "TIMESTAMP", "");

  /** One column, as it is written. */
  private static final class Column {
    String type = "";
    boolean notNull;
    String defaultValue = "";
    String collation = "";
    String check = "";
    boolean unique;
    String references = "";
    String generated = "";
  }

  private static final class Table {
    final Map<String, Column> columns = new LinkedHashMap<>();
    final List<String> constraints = new ArrayList<>();
    final List<String> indexes = new ArrayList<>();
    String key = "rowid";
    boolean strict;
  }

  private final Random random;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final List<String> views = new ArrayList<>();
  private final List<String> triggers = new ArrayList<>();
  private DiffOptions renames = DiffOptions.defaults();

  /** Makes one up. */
  public RandomSchema(Random random) {
    this.random = random;
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      tables.put(TABLES.get(i), table());
    }
    decorate();
  }

  private RandomSchema(RandomSchema other, Random random) {
    this.random = random;
    other.tables.forEach(
        (name, table) -> {
          Table copy = new Table();
          table.columns.forEach((column, c) -> copy.columns.put(column, copy(c)));
          copy.key = table.key;
          copy.strict = table.strict;
          copy.constraints.addAll(table.constraints);
          copy.indexes.addAll(table.indexes);
          tables.put(name, copy);
        });
    views.addAll(other.views);
    triggers.addAll(other.triggers);
  }

  /** Another schema, some random changes away. */
  RandomSchema changed(Random with) {
    RandomSchema changed = new RandomSchema(this, with);
    if (with.nextInt(3) == 0) {
      changed.rename();
    }
    int changes = 1 + with.nextInt(5);
    for (int i = 0; i < changes; i++) {
      changed.change();
    }
    changed.tidy();
    return changed;
  }

  private void change() {
    String name = pick(List.copyOf(tables.keySet()));
    Table table = tables.get(name);
    String column = pick(List.copyOf(table.columns.keySet()));
    Column c = table.columns.get(column);
    switch (random.nextInt(20)) {
      case 0 -> tables.put(pick(TABLES), table());
      case 1 -> {
        if (tables.size() > 1) {
          tables.remove(name);
        }
      }
      case 2, 3, 4 -> table.columns.put(pick(COLUMNS), column(table));
      case 5, 6 -> {
        if (table.columns.size() > 1) {
          table.columns.remove(column);
        }
      }
      case 7 -> c.type = pick(table.strict ? TYPES.subList(0, 5) : TYPES);
      case 8 -> c.notNull = !c.notNull;
      case 9 -> c.defaultValue = defaultValue();
      case 10 -> c.collation = c.collation.isEmpty() ? "NOCASE" : "";
      case 11 -> c.unique = !c.unique;
      case 12 -> c.check = check(column);
      case 13 -> c.references = reference();
      case 14 -> table.key = key();
      case 15 -> {
        List<String> names = new ArrayList<>(table.columns.keySet());
        java.util.Collections.shuffle(names, random);
        Map<String, Column> old = new LinkedHashMap<>(table.columns);
        table.columns.clear();
        names.forEach(n -> table.columns.put(n, old.get(n)));
      }
      case 16 -> c.generated = generated(table, column);
      case 17 -> table.indexes.clear();
      case 18 -> {
        views.clear();
        triggers.clear();
      }
      default -> decorate();
    }
  }

  /** Renames a column, and often its table too. */
  private void rename() {
    String name = pick(List.copyOf(tables.keySet()));
    Table table = tables.get(name);
    String column = pick(List.copyOf(table.columns.keySet()));
    String newName = random.nextBoolean() ? "re named" : name;
    List<Map.Entry<String, Column>> entries = new ArrayList<>(table.columns.entrySet());
    table.columns.clear();
    for (Map.Entry<String, Column> entry : entries) {
      Column c = entry.getValue();
      c.check = c.check.replace(quoted(column), quoted("newname"));
      c.generated = c.generated.replace(quoted(column), quoted("newname"));
      table.columns.put(entry.getKey().equals(column) ? "newname" : entry.getKey(), c);
    }
    table.indexes.replaceAll(index -> index.replace(quoted(column), quoted("newname")));
    tables.remove(name);
    tables.put(newName, table);
    tables.values().stream()
        .flatMap(t -> t.columns.values().stream())
        .forEach(c -> c.references = c.references.replace(quoted(name), quoted(newName)));
    views.clear();
    triggers.clear();
    renames = renames.renameColumn(newName + "." + column, "newname");
    renames = newName.equals(name) ? renames : renames.renameTable(name, newName);
  }

  /** The renames among the changes; later changes may have made them impossible. */
  DiffOptions renames() {
    return renames;
  }

  private Table table() {
    Table table = new Table();
    table.key = key();
    table.strict = random.nextInt(6) == 0;
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      table.columns.put(pick(COLUMNS), column(table));
    }
    return table;
  }

  private Column column(Table table) {
    Column column = new Column();
    column.type = pick(table.strict ? TYPES.subList(0, 5) : TYPES);
    column.notNull = random.nextInt(3) == 0;
    column.defaultValue = random.nextInt(3) == 0 ? defaultValue() : "";
    column.collation = random.nextInt(6) == 0 ? "NOCASE" : "";
    column.unique = random.nextInt(8) == 0;
    column.references = random.nextInt(5) == 0 ? reference() : "";
    return column;
  }

  private static Column copy(Column other) {
    Column column = new Column();
    column.type = other.type;
    column.notNull = other.notNull;
    column.defaultValue = other.defaultValue;
    column.collation = other.collation;
    column.check = other.check;
    column.unique = other.unique;
    column.references = other.references;
    column.generated = other.generated;
    return column;
  }

  private String key() {
    return pick(List.of("rowid", "rowid", "rowid", "auto", "text", "none", "worowid", "pair"));
  }

  private String defaultValue() {
    return pick(List.of("", "1", "'it''s'", "(1 + 2)", "CURRENT_TIMESTAMP", "NULL", "x'00'"));
  }

  private String reference() {
    String action =
        pick(
            List.of(
                "",
                " ON DELETE CASCADE",
                " ON DELETE SET NULL ON UPDATE CASCADE",
                " DEFERRABLE INITIALLY DEFERRED"));
    return quoted(pick(List.copyOf(tables.isEmpty() ? List.of("users") : tables.keySet())))
        + action;
  }

  private String check(String column) {
    return pick(
        List.of(
            "",
            "length(" + quoted(column) + ") < 40",
            quoted(column) + " IS NOT 'bad'",
            quoted(column) + " <> 13"));
  }

  private String generated(Table table, String own) {
    String from =
        table.columns.keySet().stream().filter(c -> !c.equals(own)).findFirst().orElse("");
    return from.isEmpty() || random.nextBoolean()
        ? ""
        : "AS (" + quoted(from) + " || '!')" + (random.nextBoolean() ? " STORED" : "");
  }

  /** Adds indexes, a view, a trigger. */
  private void decorate() {
    for (Map.Entry<String, Table> entry : tables.entrySet()) {
      String column = quoted(pick(List.copyOf(entry.getValue().columns.keySet())));
      switch (random.nextInt(8)) {
        case 0 -> entry.getValue().indexes.add("(" + column + " DESC)");
        case 1 -> entry.getValue().indexes.add("(lower(" + column + ")) WHERE " + column + " > 1");
        case 2 -> entry.getValue().indexes.add("(" + column + " COLLATE NOCASE, " + column + ")");
        case 3 ->
            views.add(
                "CREATE VIEW v%d AS SELECT %s AS c FROM %s"
                    .formatted(views.size(), column, quoted(entry.getKey())));
        case 4 ->
            triggers.add(
                "CREATE TRIGGER t%d AFTER UPDATE ON %s BEGIN UPDATE %s SET %s = NULL; END"
                    .formatted(
                        triggers.size(), quoted(entry.getKey()), quoted(entry.getKey()), column));
        default -> {}
      }
    }
  }

  /** Takes away what names a table or column that is gone. */
  private void tidy() {
    tables.forEach(
        (name, table) -> {
          table.indexes.removeIf(index -> !isKnown(index, table));
          table
              .columns
              .values()
              .forEach(
                  column -> {
                    if (!column.references.isEmpty()
                        && tables.keySet().stream()
                            .noneMatch(t -> column.references.startsWith(quoted(t)))) {
                      column.references = "";
                    }
                  });
        });
    views.removeIf(view -> unknownTable(view));
    triggers.removeIf(trigger -> unknownTable(trigger));
  }

  private boolean unknownTable(String sql) {
    return tables.entrySet().stream()
        .noneMatch(t -> sql.contains(quoted(t.getKey())) && isKnown(sql, t.getValue()));
  }

  private static boolean isKnown(String sql, Table table) {
    return table.columns.keySet().stream().anyMatch(column -> sql.contains(quoted(column)))
        && COLUMNS.stream()
            .filter(column -> !table.columns.containsKey(column))
            .noneMatch(column -> sql.contains(quoted(column)));
  }

  /** Returns its statements. */
  public String sql() {
    StringBuilder sql = new StringBuilder();
    int index = 0;
    for (Map.Entry<String, Table> entry : tables.entrySet()) {
      sql.append(create(entry.getKey(), entry.getValue())).append(";\n");
      for (String parts : entry.getValue().indexes) {
        sql.append("CREATE INDEX i").append(entry.getKey().charAt(0)).append(index++);
        sql.append(" ON ").append(quoted(entry.getKey())).append(" ").append(parts).append(";\n");
      }
    }
    views.forEach(view -> sql.append(view).append(";\n"));
    triggers.forEach(trigger -> sql.append(trigger).append(";\n"));
    return sql.toString();
  }

  private static String create(String name, Table table) {
    List<String> parts = new ArrayList<>();
    String idType = table.strict ? "TEXT" : "VARCHAR(9)";
    switch (table.key) {
      case "rowid" -> parts.add("id INTEGER PRIMARY KEY");
      case "auto" -> parts.add("id INTEGER PRIMARY KEY AUTOINCREMENT");
      case "text", "worowid" -> parts.add("id " + idType + " PRIMARY KEY NOT NULL");
      case "pair" -> parts.add("id " + idType + " NOT NULL, id2 INT NOT NULL DEFAULT 0");
      default -> parts.add("id INT UNIQUE");
    }
    table.columns.forEach((column, c) -> parts.add(definition(column, c, table.strict)));
    if (table.key.equals("pair")) {
      parts.add("PRIMARY KEY (id, id2), UNIQUE (id)");
    }
    List<String> options = new ArrayList<>();
    if (table.strict) {
      options.add("STRICT");
    }
    if (table.key.equals("worowid")) {
      options.add("WITHOUT ROWID");
    }
    return "CREATE TABLE "
        + quoted(name)
        + " (\n  "
        + String.join(",\n  ", parts)
        + "\n) "
        + String.join(", ", options);
  }

  private static String definition(String name, Column c, boolean strict) {
    boolean generated = !c.generated.isEmpty();
    String type = strict && c.type.isEmpty() ? "ANY" : c.type;
    return java.util.stream.Stream.of(
            quoted(name),
            type,
            c.notNull && !generated ? "NOT NULL" : "",
            c.defaultValue.isEmpty() || generated ? "" : "DEFAULT " + c.defaultValue,
            c.collation.isEmpty() ? "" : "COLLATE " + c.collation,
            c.check.isEmpty() ? "" : "CHECK (" + c.check + ")",
            c.unique ? "UNIQUE" : "",
            c.references.isEmpty()
                ? ""
                : "REFERENCES " + c.references.replaceFirst("^(\"[^\"]*\")", "$1 (id)"),
            c.generated)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
