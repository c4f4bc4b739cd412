package io.kinrow.runtime.internal.dialect;

import static io.kinrow.runtime.internal.dialect.UnfitValueException.unfit;

import java.math.BigDecimal;
import java.util.Locale;

/** What is stored in a column of numbers or booleans, read as one or refused. */
final class SqliteNumbers {

  /** A sign, 17 digits, a point, and an exponent such as {@code e-308}. */
  private static final int LONGEST_TEXT_OF_REAL = 24;

  private SqliteNumbers() {}

  static long whole(Object stored, int position) {
    if (stored instanceof Long || stored instanceof Integer) {
      return ((Number) stored).longValue();
    } else if (stored instanceof Double real && real == Math.rint(real) && inLong(real)) {
      return real.longValue();
    } else if (stored instanceof String text && isWhole(text)) {
      return Long.parseLong(text);
    }
    throw unfit(stored, position, "a whole number");
  }

  /** Above 2 to the power of 53 a double stands for several whole numbers. */
  private static boolean inLong(double real) {
    return Math.abs(real) <= 1L << 53;
  }

  /**
   * Whether a text is a whole number as it would be written, so that no other text is equal to it.
   */
  static boolean isWhole(String text) {
    if (text.isEmpty() || text.length() > 20) {
      return false;
    }
    try {
      return Long.toString(Long.parseLong(text)).equals(text);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  static long within(long value, long least, long most, int position) {
    if (value < least || value > most) {
      throw unfit(value, position, "a number from " + least + " to " + most);
    }
    return value;
  }

  static double real(Object stored, int position) {
    if (stored instanceof Integer || stored instanceof Long) {
      long whole = ((Number) stored).longValue();
      double real = whole;
      if ((long) real == whole && whole != Long.MAX_VALUE) {
        return real;
      }
      throw unfit(stored, position, "a floating-point number that keeps all of its digits");
    }
    throw unfit(stored, position, "a number");
  }

  /**
   * Whether a text can be the one that SQLite makes of a stored floating-point number: {@code
   * -1.5e+20} or {@code Inf}, with a point in any case.
   */
  static boolean isTextOfReal(String text) {
    int length = text.length();
    if (length < 3 || length > LONGEST_TEXT_OF_REAL || text.charAt(0) > 'I') {
      return false;
    } else if (text.indexOf('.') < 0) {
      return text.equals("Inf") || text.equals("-Inf");
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e') {
        return false;
      }
    }
    return true;
  }

  static float single(double real, int position) {
    float single = (float) real;
    if (single != real && !Float.toString(single).equals(Double.toString(real))) {
      throw unfit(real, position, "a 32-bit number");
    }
    return single;
  }

  /** As SQLite, Rails, PostgreSQL and people write them. */
  static boolean bool(Object stored, int position) {
    if (stored instanceof Integer number && (number == 0 || number == 1)) {
      return number == 1;
    }
    String word =
        stored instanceof String text
            ? text.toLowerCase(Locale.ROOT)
            : stored instanceof Double real && (real == 0 || real == 1)
                ? String.valueOf(real.intValue())
                : "";
    return switch (word) {
      case "t", "true", "yes", "y", "on", "1" -> true;
      case "f", "false", "no", "n", "off", "0" -> false;
      default -> throw unfit(stored, position, "a boolean such as 1, 0, 'true' or 'f'");
    };
  }

  static BigDecimal decimal(Object stored, int position) {
    if (stored instanceof Integer || stored instanceof Long) {
      return BigDecimal.valueOf(((Number) stored).longValue());
    } else if (stored instanceof Double real && Double.isFinite(real)) {
      return BigDecimal.valueOf(real);
    } else if (stored instanceof String text && text.chars().allMatch(c -> c < 128)) {
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw unfit(stored, position, "a decimal number");
      }
    }
    throw unfit(stored, position, "a decimal number");
  }
}
