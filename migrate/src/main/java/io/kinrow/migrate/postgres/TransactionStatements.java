package io.kinrow.migrate.postgres;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds statements that end the transaction in which Flyway runs a script with its row in the
 * history: what they commit would stay when a later statement fails. Savepoints stay inside it; a
 * {@code DO} block or a procedure that commits is refused by PostgreSQL itself, and rolled back.
 */
final class TransactionStatements {
  private static final Pattern START =
      Pattern.compile(
          "(BEGIN|START\\s+TRANSACTION|COMMIT|END|ABORT|ROLLBACK(?!"
              + "(?:\\s+(?:WORK|TRANSACTION))?\\s+TO\\b)|PREPARE\\s+TRANSACTION)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The body of a function in plain SQL, up to the END that ends it. */
  private static final Pattern ATOMIC =
      Pattern.compile("\\b(?:BEGIN\\s+ATOMIC|CASE|END)\\b", Pattern.CASE_INSENSITIVE);

  private TransactionStatements() {}

  static Optional<String> problem(String script, String sql, int firstLine) {
    String words = withoutBodies(ScriptWords.of(sql));
    int line = firstLine;
    for (String statement : words.split(";", -1)) {
      String start = statement.stripLeading();
      Matcher found = START.matcher(start);
      if (found.lookingAt()) {
        line += lines(statement.substring(0, statement.length() - start.length()));
        String said = found.group().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        return Optional.of(
            "%s, line %d: remove \"%s\". A script runs in one transaction, together with its row in the history: anything that it commits on its own would remain if a later statement fails. If it needs its own transactions, set executeInTransaction=false in %s.conf"
                .formatted(script, line, said, script));
      }
      line += lines(statement);
    }
    return Optional.empty();
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private static String withoutBodies(String words) {
    StringBuilder rest = new StringBuilder();
    Matcher word = ATOMIC.matcher(words);
    int depth = 0;
    int from = 0;
    while (word.find()) {
      boolean end = word.group().equalsIgnoreCase("END");
      boolean opens = word.group().length() > "BEGIN".length();
      if (depth == 0 && opens) {
        rest.append(words, from, word.start());
        from = word.start();
      }
      if (depth > 0 || opens) {
        depth += end ? -1 : 1;
        if (depth == 0) {
          rest.append("\n".repeat(lines(words.substring(from, word.end()))));
          from = word.end();
        }
      }
    }
    return rest.append(words.substring(from)).toString();
  }
}
