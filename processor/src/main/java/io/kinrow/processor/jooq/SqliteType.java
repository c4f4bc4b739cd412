package io.kinrow.processor.jooq;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a declared type of SQLite is to jOOQ. SQLite takes any words for a type: names whose meaning
 * is plain to people come first, then SQLite's own affinity rules.
 *
 * @param name a name that jOOQ knows
 */
record SqliteType(String name, int length, int precision, int scale) {

  private static final Pattern ARGUMENTS =
      Pattern.compile("\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)");

  private static final int FRACTION_DIGITS = 6;

  private static final SqliteType TEXT = plain("CLOB");

  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("BOOLEAN", "BOOLEAN"),
          Map.entry("BOOL", "BOOLEAN"),
          Map.entry("BIT", "BOOLEAN"),
          Map.entry("DATE", "DATE"),
          Map.entry("TIME", "TIME"),
          Map.entry("DATETIME", "TIMESTAMP"),
          Map.entry("DATETIME2", "TIMESTAMP"),
          Map.entry("SMALLDATETIME", "TIMESTAMP"),
          Map.entry("TIMESTAMP", "TIMESTAMP"),
          Map.entry("TIMESTAMP WITHOUT TIME ZONE", "TIMESTAMP"),
          Map.entry("TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH TIME ZONE"),
          Map.entry("TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE"),
          Map.entry("DATETIMEOFFSET", "TIMESTAMP WITH TIME ZONE"),
          Map.entry("UUID", "UUID"),
          Map.entry("JSON", "JSON"),
          Map.entry("JSONB", "JSON"),
          Map.entry("BINARY", "BLOB"),
          Map.entry("VARBINARY", "BLOB"),
          Map.entry("BYTEA", "BLOB"),
          Map.entry("IMAGE", "BLOB"),
          Map.entry("STRING", "CLOB"),
          Map.entry("ENUM", "CLOB"),
          Map.entry("XML", "CLOB"),
          Map.entry("ANY", "CLOB"),
          Map.entry("YEAR", "BIGINT"),
          Map.entry("LONG", "BIGINT"),
          Map.entry("SERIAL", "BIGINT"),
          Map.entry("BIGSERIAL", "BIGINT"));

  static SqliteType of(String declared) {
    String name = bare(declared);
    String known = BY_NAME.get(name);
    if (known != null) {
      return plain(known);
    }
    if (name.contains("INT")) {
      return plain("BIGINT");
    }
    if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
      return text(name, declared);
    }
    if (name.contains("BLOB")) {
      return plain("BLOB");
    }
    if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
      return plain("DOUBLE");
    }
    return name.isEmpty() ? TEXT : decimal(declared);
  }

  /** Whether its values are texts to Java. */
  boolean isText() {
    return name.equals("CLOB") || name.equals("VARCHAR") || name.equals("JSON");
  }

  /** The class of its values in Java. */
  String javaType() {
    return switch (name) {
      case "BIGINT" -> "java.lang.Long";
      case "DOUBLE" -> "java.lang.Double";
      case "DECIMAL" -> "java.math.BigDecimal";
      case "BOOLEAN" -> "java.lang.Boolean";
      case "DATE" -> "java.time.LocalDate";
      case "TIME" -> "java.time.LocalTime";
      case "TIMESTAMP" -> "java.time.LocalDateTime";
      case "TIMESTAMP WITH TIME ZONE" -> "java.time.OffsetDateTime";
      case "UUID" -> "java.util.UUID";
      case "JSON" -> "org.jooq.JSON";
      case "BLOB" -> "byte[]";
      default -> "java.lang.String";
    };
  }

  private static String bare(String declared) {
    return declared
        .replaceAll("\\([^)]*\\)?", " ")
        .replace("\"", "")
        .strip()
        .replaceAll("\\s+", " ")
        .toUpperCase(Locale.ROOT);
  }

  /**
   * jOOQ takes a time without a precision for one of whole seconds, and casts to that elsewhere.
   */
  private static SqliteType plain(String name) {
    return new SqliteType(name, 0, name.startsWith("TIME") ? FRACTION_DIGITS : 0, 0);
  }

  private static SqliteType text(String name, String declared) {
    Matcher arguments = ARGUMENTS.matcher(declared);
    return name.contains("CHAR") && arguments.find()
        ? new SqliteType("VARCHAR", number(arguments.group(1)), 0, 0)
        : name.contains("CHAR") ? plain("VARCHAR") : TEXT;
  }

  /** Without places after the point jOOQ would make an integer of it, which SQLite does not. */
  private static SqliteType decimal(String declared) {
    Matcher arguments = ARGUMENTS.matcher(declared);
    return arguments.find() && arguments.group(2) != null && number(arguments.group(2)) > 0
        ? new SqliteType("DECIMAL", 0, number(arguments.group(1)), number(arguments.group(2)))
        : plain("DECIMAL");
  }

  private static int number(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
