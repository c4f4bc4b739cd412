package io.kinrow.runtime.internal.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The rule for dates and times that are stored as numbers.
 *
 * <ul>
 *   <li>A REAL from 0 to below 5373484.5 is a Julian day, as SQLite's date functions take it.
 *   <li>Any other number is Unix time, in the unit that was said; if none was said, only a number
 *       that is a time of the years 0 to 9999 in one of the two units, and 0, is read; except for
 *       one whose digits may be a date and time of the years 1900 to 2199.
 * </ul>
 */
enum SqliteClock {
  /** Numbers are seconds since 1970, as SQLite's {@code unixepoch()} gives them. */
  SECONDS(1),
  /**
   * Numbers are milliseconds since 1970, as Java, JavaScript and this engine's driver have them.
   */
  MILLISECONDS(1_000),
  /** Nobody has said what numbers are. */
  UNSAID(0);

  /** Where the years that SQLite has begin and end, in seconds since 1970. */
  private static final long FIRST = -62_167_219_200L;

  private static final long LAST = 253_402_300_799L;

  /**
   * What {@code 1900-01-01 00:00:00} and {@code 2199-12-31 23:59:59} are when only digits are left.
   */
  private static final long FIRST_DIGITS = 19000101_000000L;

  private static final long LAST_DIGITS = 21991231_235959L;

  private static final double FIRST_DAY_NOT_JULIAN = 5_373_484.5;

  private final int perSecond;

  SqliteClock(int perSecond) {
    this.perSecond = perSecond;
  }

  LocalDateTime at(long number) {
    if (this != UNSAID) {
      return time(BigDecimal.valueOf(number), perSecond);
    }
    if (number == 0) {
      return time(BigDecimal.ZERO, 1);
    }
    if (number >= FIRST && number <= LAST) {
      throw new DateTimeException(
          "it may count seconds or milliseconds since 1970; decide with "
              + "?date_precision=seconds or ?date_precision=milliseconds in the URL, or under the "
              + "key \""
              + SqliteValues.DATE_PRECISION
              + "\" in the data of the jOOQ configuration");
    }
    if (number >= FIRST_DIGITS && number <= LAST_DIGITS) {
      throw new DateTimeException(
          "it may be the digits of a date and time; store it as text such as '2026-11-22 "
              + "15:46:00', or set ?date_precision=milliseconds in the URL if it counts them since "
              + "1970");
    }
    return time(BigDecimal.valueOf(number), 1_000);
  }

  LocalDateTime at(double number) {
    if (number >= 0 && number < FIRST_DAY_NOT_JULIAN) {
      long millis = Math.round((number - 2440587.5) * 86_400_000d);
      return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
    if (Double.isInfinite(number)) {
      throw new DateTimeException("it is infinite");
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    if (this != UNSAID) {
      return time(exact, perSecond);
    }
    if (exact.abs().compareTo(BigDecimal.valueOf(LAST)) <= 0) {
      return at(exact.longValue());
    }
    return time(exact, 1_000);
  }

  private static LocalDateTime time(BigDecimal number, int perSecond) {
    BigDecimal seconds = number.divide(BigDecimal.valueOf(perSecond));
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    if (whole.compareTo(BigDecimal.valueOf(FIRST)) < 0
        || whole.compareTo(BigDecimal.valueOf(LAST)) > 0) {
      throw new DateTimeException("as Unix time, it is outside the years 0 to 9999");
    }
    BigDecimal nanos = seconds.subtract(whole).movePointRight(9);
    return LocalDateTime.ofEpochSecond(whole.longValueExact(), nanos.intValue(), ZoneOffset.UTC);
  }
}
