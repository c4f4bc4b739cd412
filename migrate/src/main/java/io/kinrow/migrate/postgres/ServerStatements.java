package io.kinrow.migrate.postgres;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds statements that change more than the database in which they run: roles, databases, the
 * server. On a copy beside the real database, they would change what the real one uses.
 */
public final class ServerStatements {
  private static final String OBJECTS = "(?:ROLE|GROUP|DATABASE|TABLESPACE|SUBSCRIPTION)\\b";

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:(?:CREATE|ALTER|DROP)\\s+(?:"
              + OBJECTS
              + "|USER\\b(?!\\s+MAPPING\\b)|SYSTEM\\b)|COMMENT\\s+ON\\s+"
              + OBJECTS
              + "|(?:GRANT|REVOKE)\\b[^;]*?\\bON\\s+(?:DATABASE|TABLESPACE|PARAMETER)\\b"
              + "|(?:GRANT|REVOKE)\\b(?![^;]*\\bON\\b)"
              + "|(?:DROP|REASSIGN)\\s+OWNED\\b)",
          Pattern.CASE_INSENSITIVE);

  /** A block may put its statements together from strings, so all of its text counts. */
  private static final Pattern BLOCK =
      Pattern.compile("(?is)\\bDO\\b\\s*(?:LANGUAGE\\s+\\S+\\s*)?(\\$\\w*\\$)(.*?)\\1");

  private ServerStatements() {}

  /** Returns how the first such statement of a script begins, if there is one. */
  public static Optional<String> first(String sql) {
    return Arrays.stream(ScriptWords.of(sql).split(";", -1))
        .flatMap(statement -> found(STATEMENT.matcher(statement.strip()), true).stream())
        .findFirst()
        .or(() -> inBlocks(sql));
  }

  private static Optional<String> inBlocks(String sql) {
    Matcher block = BLOCK.matcher(sql);
    while (block.find()) {
      Optional<String> found = found(STATEMENT.matcher(block.group(2)), false);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> found(Matcher statement, boolean atStart) {
    return (atStart ? statement.lookingAt() : statement.find())
        ? Optional.of(statement.group().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT))
        : Optional.empty();
  }
}
