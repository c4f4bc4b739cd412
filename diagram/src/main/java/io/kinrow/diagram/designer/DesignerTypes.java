package io.kinrow.diagram.designer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The types that a file offers. The page takes the text before a parenthesis for a type, and the
 * first type of the file for one that it does not know; so each type in use is in the file.
 */
final class DesignerTypes {

  /** A type that the page offers; its quote is put around defaults. */
  record Offered(String sql, String quote) {

    String label() {
      return sql.isEmpty() ? "(no type)" : sql;
    }
  }

  private static final Pattern PARTS =
      Pattern.compile("([^(]*)(?:\\(([^()]*)\\)(.*))?", Pattern.DOTALL);

  private static final List<Offered> SQLITE =
      List.of(
          new Offered("INTEGER", ""),
          new Offered("TEXT", "'"),
          new Offered("REAL", ""),
          new Offered("NUMERIC", ""),
          new Offered("BLOB", ""));

  private static final List<Offered> POSTGRESQL =
      Stream.of(
              "integer",
              "bigint",
              "smallint",
              "numeric",
              "real",
              "double precision",
              "text",
              "character varying",
              "boolean",
              "date",
              "timestamp with time zone",
              "timestamp without time zone",
              "interval",
              "uuid",
              "bytea",
              "json",
              "jsonb")
          .map(sql -> new Offered(sql, ""))
          .toList();

  private DesignerTypes() {}

  /** The types in use, the one without a name first, as the page takes none for the first one. */
  static List<Offered> inUse(List<DesignerTable> tables) {
    Set<String> names = new LinkedHashSet<>();
    tables.stream()
        .flatMap(table -> table.columns().stream())
        .map(column -> base(column.type()))
        .sorted()
        .forEach(names::add);
    List<Offered> types = new ArrayList<>();
    Stream.of("", "INTEGER", "integer")
        .filter(names::remove)
        .forEach(sql -> types.add(new Offered(sql, "")));
    names.forEach(sql -> types.add(new Offered(sql, "")));
    return types;
  }

  /** The usual types of a database, without those in use. */
  static List<Offered> usual(String database, List<Offered> used) {
    Map<String, Offered> types = new LinkedHashMap<>();
    (database.equals("postgresql") ? POSTGRESQL : SQLITE).forEach(t -> types.put(t.sql(), t));
    used.forEach(type -> types.remove(type.sql()));
    return List.copyOf(types.values());
  }

  /** A type with its size at the end, where the page reads it. */
  static String written(String type) {
    Matcher parts = PARTS.matcher(type);
    if (!parts.matches() || parts.group(2) == null) {
      return type;
    }
    return parts.group(1).strip() + parts.group(3).stripTrailing() + "(" + parts.group(2) + ")";
  }

  private static String base(String written) {
    int open = written.indexOf('(');
    return open < 0 ? written : written.substring(0, open);
  }
}
