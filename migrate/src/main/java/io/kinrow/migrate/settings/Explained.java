package io.kinrow.migrate.settings;

import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/**
 * Says what Flyway says without rulers, links and options of another program: which script, which
 * line, what the database said, which statement; of a placeholder without a value, how to give it
 * one. What is plain already stays as it is.
 */
public final class Explained {

  private static final int LONGEST_STATEMENT = 300;

  private static final Pattern MISSING =
      Pattern.compile("No value provided for placeholder: (.+?)\\. {1,2}Check");
  private static final Pattern SCRIPT = Pattern.compile("in (\\S+) at line (\\d+)");
  private static final Pattern UNREADABLE =
      Pattern.compile(
          "(?s)Unable to parse statement in (.+?) at line (\\d+) col (\\d+)\\.(?: See \\S+ for more"
              + " information\\.)?\\s*(.*)");
  private static final Pattern INCOMPLETE =
      Pattern.compile("(?s)Incomplete statement at line \\d+ col \\d+: (.*)");
  private static final Pattern TWICE =
      Pattern.compile("(?s)(Found more than one .*?)\\s*\\ROffenders:\\R-> (.*?)\\R-> (.*)");
  private static final Pattern SQLITE = Pattern.compile("(?s)\\[SQLITE_\\w+\\] .*? \\((.*)\\)\\s*");

  private Explained() {}

  /**
   * Runs Flyway.
   *
   * @throws FlywayException as Flyway does, with a plain message
   */
  public static <T> T of(Supplier<T> flyway) {
    try {
      return flyway.get();
    } catch (FlywayException e) {
      throw of(e);
    }
  }

  /**
   * Returns the exception to throw in place of one of Flyway's, which is its cause, or the same
   * one.
   */
  public static FlywayException of(FlywayException e) {
    return of(e, "");
  }

  /**
   * The exception to throw in place of one of Flyway's.
   *
   * @param reading the script that was being read, should Flyway not name it
   */
  static FlywayException of(FlywayException e, String reading) {
    String plain = plain(e, reading);
    return plain.equals(e.getMessage()) ? e : new FlywayException(plain, e);
  }

  /** Returns what the database said, without its driver's name for that kind of failure. */
  public static String of(SQLException e) {
    String message = String.valueOf(e.getMessage()).strip();
    Matcher sqlite = SQLITE.matcher(message);
    return sqlite.matches()
        ? sqlite.group(1)
        : message.replaceFirst("^ERROR: ", "").replaceFirst("\\s*\\R\\s*Position: \\d+$", "");
  }

  private static String plain(FlywayException e, String reading) {
    if (e.getClass() == FlywayException.class && !isRaw(e)) {
      return String.valueOf(e.getMessage());
    }
    String all = messages(e);
    Matcher missing = MISSING.matcher(all);
    if (missing.find()) {
      return missing(missing.group(1), all, reading);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FlywaySqlScriptException script) {
        return failed(script);
      }
      if (cause instanceof FlywaySqlException sql
          && cause.getCause() instanceof SQLException said) {
        String title = String.valueOf(sql.getMessage()).strip().lines().findFirst().orElse("");
        return title + ": " + of(said);
      }
    }
    return tidy(String.valueOf(e.getMessage()));
  }

  private static boolean isRaw(FlywayException e) {
    String message = String.valueOf(e.getMessage());
    return MISSING.matcher(message).find()
        || message.contains("https://")
        || !tidy(message).equals(message);
  }

  private static String missing(String written, String all, String reading) {
    String name = written.replaceFirst("^\\W+", "").replaceFirst("\\W+$", "");
    Matcher script = SCRIPT.matcher(all);
    String file = reading.isEmpty() ? "" : " in " + reading;
    String where = script.find() ? " in " + script.group(1) + ", line " + script.group(2) : file;
    return ("The placeholder %s%s has no value: give it one with --placeholder %s=…"
            + " (flyway.placeholders.%s in a configuration file)")
        .formatted(written, where, name, name);
  }

  private static String failed(FlywaySqlScriptException e) {
    String said = e.getCause() instanceof SQLException sql ? of(sql) : "it failed";
    String script = e.getResource() == null ? "" : e.getResource().getFilename() + ", ";
    String statement = e.getStatement() == null ? "" : shortened(e.getStatement());
    return "%sline %d: %s%s"
        .formatted(
            script,
            e.getLineNumber(),
            said,
            statement.isEmpty() ? "" : ", in the statement: " + statement);
  }

  private static String shortened(String statement) {
    String line = statement.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_STATEMENT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_STATEMENT)) + "…";
  }

  /**
   * Returns a text of Flyway's own, from its {@code validate} too, without advice for its own
   * program.
   */
  public static String tidy(String message) {
    Matcher unreadable = UNREADABLE.matcher(message);
    if (unreadable.matches()) {
      String path = unreadable.group(1);
      String said = unreadable.group(4).strip();
      Matcher incomplete = INCOMPLETE.matcher(said);
      return "%s, line %s, column %s: %s"
          .formatted(
              path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
              unreadable.group(2),
              unreadable.group(3),
              incomplete.matches()
                  ? "this statement does not end: " + shortened(incomplete.group(1))
                  : said);
    }
    Matcher twice = TWICE.matcher(message);
    if (twice.matches()) {
      return twice.group(1) + ": " + twice.group(2) + " and " + twice.group(3).strip();
    }
    return message
        .replaceFirst(
            "^Validate failed: Migrations have failed validation", "Scripts and history differ:")
        .replaceAll(
            "\\s*\\R-> Applied to database *: *(.*)\\R-> Resolved locally *: *(.*)",
            " ($1 when it was applied, $2 now)")
        .replaceAll(
            "\\.?\\s*\\REither revert the changes to the migrations?, or run repair to update the"
                + " schema history\\.?",
            ": revert the change, or run repair")
        .replaceAll("\\s*\\R?Need more flexibility with validation rules\\? Learn more: \\S+", "")
        .replaceAll(" (See|Learn more:) https://\\S+( for more information)?\\.?", "");
  }

  private static String messages(Throwable e) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = e; t != null; t = t.getCause()) {
      all.append(t.getMessage()).append('\n');
    }
    return all.toString();
  }
}
