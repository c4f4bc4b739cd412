package io.kinrow.designer.session;

import io.kinrow.migrate.settings.RefusedException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a schema's text.
 *
 * @param file the file, or "" if it is not known
 * @param line the line, from 1, or 0 if it is not known
 */
record TextProblem(String file, int line, String message) {

  private static final Pattern PLACED = Pattern.compile("(?s)(.+?):(\\d{1,7}): (.*)");

  /** What the driver puts around SQLite's own words. */
  private static final Pattern DRIVER =
      Pattern.compile("(?s)\\[SQLITE_[A-Z_]+] SQL error or missing database \\((.*)\\)");

  static List<TextProblem> of(RefusedException refused) {
    return refused.problems().stream().map(TextProblem::of).toList();
  }

  private static TextProblem of(String refusal) {
    String text = DRIVER.matcher(refusal).replaceAll("$1");
    Matcher placed = PLACED.matcher(text);
    return placed.matches()
        ? new TextProblem(placed.group(1), Integer.parseInt(placed.group(2)), placed.group(3))
        : new TextProblem("", 0, text);
  }
}
