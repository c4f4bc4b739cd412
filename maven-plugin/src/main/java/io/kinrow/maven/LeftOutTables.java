package io.kinrow.maven;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.tools.JooqLogger;

/** Tables that the migrations made in schemas that are not generated: nobody is to miss them. */
final class LeftOutTables {

  private static final JooqLogger LOG = JooqLogger.getLogger(GenerationRun.class);
  private static final int MOST_NAMED = 3;

  private final GenerationRequest request;
  private final List<String> schemas;
  private final String history;

  /**
   * @param schemas the ones that are generated
   * @param history the name of Flyway's history table
   */
  LeftOutTables(GenerationRequest request, List<String> schemas, String history) {
    this.request = request;
    this.schemas = schemas;
    this.history = history;
  }

  /** Warns of them, with a line per schema. */
  void tell(Connection migrated) throws SQLException {
    for (Map.Entry<String, List<String>> schema : request.engine().tables(migrated).entrySet()) {
      List<String> tables =
          schema.getValue().stream()
              .filter(table -> !schemas.contains(schema.getKey()) && !table.equals(history))
              .filter(table -> isWanted(schema.getKey(), table))
              .toList();
      if (!tables.isEmpty()) {
        LOG.warn(
            "Kinrow: schema %s has %s that %s not generated (%s): set <schemas> to %s, %s, or leave it out on purpose with <excludes>%s\\..*</excludes>"
                .formatted(
                    schema.getKey(),
                    tables.size() == 1 ? "a table" : tables.size() + " tables",
                    tables.size() == 1 ? "is" : "are",
                    named(tables),
                    String.join(", ", schemas),
                    schema.getKey(),
                    schema.getKey()));
      }
    }
  }

  private boolean isWanted(String schema, String table) {
    return matches(request.includes(), schema, table)
        && !matches(request.excludes(), schema, table);
  }

  /** As jOOQ matches them: the name, or the name with its schema. */
  private static boolean matches(String pattern, String schema, String table) {
    Pattern regex =
        Pattern.compile(pattern, Pattern.COMMENTS | Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    return regex.matcher(table).matches() || regex.matcher(schema + "." + table).matches();
  }

  private static String named(List<String> tables) {
    return tables.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (tables.size() > MOST_NAMED ? " and " + (tables.size() - MOST_NAMED) + " more" : "");
  }
}
