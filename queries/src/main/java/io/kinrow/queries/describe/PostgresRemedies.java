package io.kinrow.queries.describe;

import java.util.Optional;

/** What to do about what PostgreSQL refuses. */
final class PostgresRemedies {

  private PostgresRemedies() {}

  /** PostgreSQL's own words, which are good. */
  static String added(String message, Optional<String> hint) {
    return hint.map(
            text ->
                message + ". " + (text.endsWith(".") ? text.substring(0, text.length() - 1) : text))
        .orElse(message + remedy(message));
  }

  private static String remedy(String message) {
    if (message.contains("must appear in the GROUP BY")) {
      return ". Add it to GROUP BY, or use an aggregate";
    } else if (message.startsWith("aggregate functions are not allowed in")) {
      return ". Move the condition to HAVING, or the aggregate to a subquery";
    } else if (message.startsWith("INSERT has more")) {
      return ". Give each column one value";
    } else if (message.contains("can only be updated to DEFAULT")
        || message.startsWith("cannot insert a non-DEFAULT value")) {
      return ". Leave it out: the database gives it its value";
    } else if (message.startsWith("ORDER BY position")) {
      return ". Count the columns of the result from 1";
    } else if (message.endsWith("must have the same number of columns")) {
      return ". Select as many in each";
    } else if (message.startsWith("subquery must return")) {
      return ". Select one in it";
    } else if (message.startsWith("invalid input")) {
      return ". Correct the value";
    } else if (message.contains("there is no unique or exclusion constraint")) {
      return ". Name the columns of a primary or unique key after ON CONFLICT";
    }
    return ". Correct the statement";
  }
}
