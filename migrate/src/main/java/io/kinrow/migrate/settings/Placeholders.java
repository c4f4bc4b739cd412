package io.kinrow.migrate.settings;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;

/** Says what to do about a placeholder without a value, which Flyway only names. */
public final class Placeholders {

  private static final Pattern MISSING =
      Pattern.compile("No value provided for placeholder: (.+?)\\. {1,2}Check");
  private static final Pattern SCRIPT = Pattern.compile("in (\\S+) at line (\\d+)");

  private Placeholders() {}

  /**
   * Runs Flyway.
   *
   * @throws FlywayException as Flyway does; if a placeholder has no value, its message names the
   *     placeholder, the script and how to give a value
   */
  public static <T> T explained(Supplier<T> flyway) {
    try {
      return flyway.get();
    } catch (FlywayException e) {
      throw explained(e);
    }
  }

  /** The exception to throw in place of one of Flyway's. */
  public static FlywayException explained(FlywayException e) {
    return explained(e, "");
  }

  /**
   * The exception to throw in place of one of Flyway's.
   *
   * @param reading the script that was being read, should Flyway not name it
   */
  static FlywayException explained(FlywayException e, String reading) {
    String all = messages(e);
    Matcher missing = MISSING.matcher(all);
    if (!missing.find()) {
      return e;
    }
    String written = missing.group(1);
    String name = written.replaceFirst("^\\W+", "").replaceFirst("\\W+$", "");
    Matcher script = SCRIPT.matcher(all);
    String file = reading.isEmpty() ? "" : " in " + reading;
    String where = script.find() ? " in " + script.group(1) + ", line " + script.group(2) : file;
    return new FlywayException(
        ("The placeholder %s%s has no value: give it one with --placeholder %s=…"
                + " (flyway.placeholders.%s in a configuration file)")
            .formatted(written, where, name, name),
        e);
  }

  private static String messages(Throwable e) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = e; t != null; t = t.getCause()) {
      all.append(t.getMessage()).append('\n');
    }
    return all.toString();
  }
}
