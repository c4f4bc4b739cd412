package io.kinrow.maven;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which columns with a CHECK constraint of text literals become enums.
 *
 * @param on whether any does
 * @param excludes a regular expression on {@code table.column} of those that do not
 */
record CheckEnums(boolean on, String excludes) {

  /** Every one. */
  static final CheckEnums ALL = new CheckEnums(true, "");

  /** Whether a literal has no line breaks and the like. */
  static boolean isPlain(String literal) {
    return literal.chars().noneMatch(Character::isISOControl);
  }

  /**
   * Whether a column becomes an enum if its constraint proves its values.
   *
   * @throws GenerationException if the expression is none
   */
  boolean has(String column) {
    try {
      return on && !Pattern.compile(excludes, Pattern.CASE_INSENSITIVE).matcher(column).matches();
    } catch (PatternSyntaxException e) {
      throw new GenerationException(
          "Kinrow: <checkEnumExcludes> is not a regular expression: " + e.getMessage(), e);
    }
  }
}
