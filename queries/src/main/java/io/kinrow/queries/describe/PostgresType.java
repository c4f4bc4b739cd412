package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.queries.facts.DescribedColumn;
import java.util.Map;

/** What the types of PostgreSQL are in Java, as jOOQ has them. */
final class PostgresType {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("int2", "java.lang.Short"),
          Map.entry("int4", "java.lang.Integer"),
          Map.entry("int8", "java.lang.Long"),
          Map.entry("smallserial", "java.lang.Short"),
          Map.entry("serial", "java.lang.Integer"),
          Map.entry("bigserial", "java.lang.Long"),
          Map.entry("oid", "java.lang.Long"),
          Map.entry("bool", "java.lang.Boolean"),
          Map.entry("numeric", "java.math.BigDecimal"),
          Map.entry("float4", "java.lang.Float"),
          Map.entry("float8", "java.lang.Double"),
          Map.entry("text", "java.lang.String"),
          Map.entry("varchar", "java.lang.String"),
          Map.entry("bpchar", "java.lang.String"),
          Map.entry("char", "java.lang.String"),
          Map.entry("name", "java.lang.String"),
          Map.entry("citext", "java.lang.String"),
          Map.entry("uuid", "java.util.UUID"),
          Map.entry("date", "java.time.LocalDate"),
          Map.entry("time", "java.time.LocalTime"),
          Map.entry("timetz", "java.time.OffsetTime"),
          Map.entry("timestamp", "java.time.LocalDateTime"),
          Map.entry("timestamptz", "java.time.OffsetDateTime"),
          Map.entry("bytea", "byte[]"),
          Map.entry("json", "org.jooq.JSON"),
          Map.entry("jsonb", "org.jooq.JSONB"),
          Map.entry("xml", "org.jooq.XML"));

  private PostgresType() {}

  /** The Java type of a type, by its name in the catalogue: {@code _int8} is an array. */
  static String java(String type) {
    if (type.startsWith("_")) {
      String element = TYPES.get(type.substring(1));
      return element == null ? DescribedColumn.ANY : element + "[]";
    }
    return TYPES.getOrDefault(type, DescribedColumn.ANY);
  }

  /**
   * A type as it is named in SQL. The driver gives the names of those on the path as they are in
   * the catalogue, where {@code char} is another type than in SQL, and {@code bit} has any length.
   */
  static String sql(String type) {
    boolean plain = TYPES.containsKey(type) && !type.equals("char");
    return plain || type.startsWith("\"") ? type : Names.quoted(type);
  }

  /** The Java type of one value of a list. */
  static String element(String type) {
    return java(type.replaceFirst("^_", ""));
  }
}
