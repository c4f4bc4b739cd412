package io.kinrow.runtime.internal.dialect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as SQLite keeps them: text. Reads every form that SQLite's date functions take as
 * a time value (<a href="https://sqlite.org/lang_datefunc.html#time_values">sqlite.org</a>), and
 * the forms that other programs write (see docs/values.md). Writes the one form that {@code
 * CURRENT_TIMESTAMP} has, in UTC where there is an offset, with a fraction of 3, 6 or 9 digits
 * where there is one, so that text order is time order.
 */
final class SqliteTime {

  private static final LocalDate NO_DATE = LocalDate.of(2000, 1, 1);

  /** What a text says. */
  private record Parsed(LocalDateTime local, ZoneOffset offset) {}

  private SqliteTime() {}

  /** In UTC if the text has an offset. */
  static LocalDateTime dateTime(String text) {
    LocalDateTime usual = canonical(text);
    if (usual != null) {
      return usual;
    }
    Parsed parsed = parse(text);
    return parsed.offset.equals(ZoneOffset.UTC)
        ? parsed.local
        : parsed.local.minusSeconds(parsed.offset.getTotalSeconds());
  }

  /** With the offset that the text has; UTC, as SQLite takes it, when it has none. */
  static OffsetDateTime offsetDateTime(String text) {
    LocalDateTime usual = canonical(text);
    if (usual != null) {
      return usual.atOffset(ZoneOffset.UTC);
    }
    Parsed parsed = parse(text);
    return parsed.local.atOffset(parsed.offset);
  }

  static LocalDate date(String text) {
    if (text.length() == 10) {
      return parseDate(text);
    }
    LocalDateTime time = dateTime(text);
    if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw new DateTimeException("a date would lose its time of day");
    }
    return time.toLocalDate();
  }

  static LocalTime time(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > 2 && trimmed.charAt(2) == ':') {
      return clock(trimmed, 0, trimmed.length());
    }
    LocalDateTime time = dateTime(text);
    if (!isPlaceholder(time.toLocalDate())) {
      throw new DateTimeException("a time of day would lose its date");
    }
    return time.toLocalTime();
  }

  /** The dates that SQLite, Unix and .NET put before a time that has none. */
  static boolean isPlaceholder(LocalDate date) {
    return date.equals(NO_DATE)
        || date.equals(LocalDate.EPOCH)
        || date.equals(LocalDate.of(1, 1, 1));
  }

  /** What a text of the form that is written here says, as nearly all have; null for others. */
  static @Nullable LocalDateTime canonical(String text) {
    int length = text.length();
    if (length < 19
        || length == 20
        || length > 29
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != ' '
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || (length > 19 && text.charAt(19) != '.')) {
      return null;
    }
    int year = digitsOrNegative(text, 0, 4);
    int month = digitsOrNegative(text, 5, 2);
    int day = digitsOrNegative(text, 8, 2);
    int hour = digitsOrNegative(text, 11, 2);
    int minute = digitsOrNegative(text, 14, 2);
    int second = digitsOrNegative(text, 17, 2);
    int nanos = length == 19 ? 0 : digitsOrNegative(text, 20, length - 20);
    if ((year | month | day | hour | minute | second | nanos) < 0) {
      return null;
    }
    for (int i = length; i < 29 && nanos != 0; i++) {
      nanos *= 10;
    }
    try {
      return LocalDateTime.of(year, month, day, hour, minute, second, nanos);
    } catch (DateTimeException e) {
      return null; // as for anything else that is not a time
    }
  }

  private static int digitsOrNegative(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static Parsed parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() == 8 && trimmed.chars().allMatch(SqliteTime::isDigit)) {
      return new Parsed(basicDate(trimmed).atStartOfDay(), ZoneOffset.UTC);
    }
    if (trimmed.isEmpty()) {
      throw new DateTimeException("it is empty");
    }
    boolean dated = trimmed.length() > 2 && trimmed.charAt(2) != ':';
    LocalDate date = dated ? parseDate(trimmed) : NO_DATE;
    int at = dated ? 10 : 0;
    if (at == trimmed.length()) {
      return new Parsed(date.atStartOfDay(), ZoneOffset.UTC);
    }
    if (dated) {
      at = behindSeparator(trimmed, at);
    }
    int end = at;
    while (end < trimmed.length() && isOfClock(trimmed.charAt(end))) {
      end++;
    }
    ZoneOffset offset = offset(trimmed.substring(end).strip());
    if (trimmed.startsWith("24", at)) {
      return new Parsed(endOfDay(date, trimmed, at, end), offset);
    }
    return new Parsed(date.atTime(clock(trimmed, at, end)), offset);
  }

  private static int behindSeparator(String text, int from) {
    int at = from;
    if (text.charAt(at) == 'T' || text.charAt(at) == 't') {
      return at + 1;
    }
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at == from) {
      throw new DateTimeException("there is no time after the date");
    }
    return at;
  }

  /** ISO 8601 has 24:00 for the end of a day. */
  private static LocalDateTime endOfDay(LocalDate date, String text, int from, int to) {
    LocalTime rest = clock("00" + text.substring(from + 2, to), 0, to - from);
    if (!rest.equals(LocalTime.MIDNIGHT)) {
      throw new DateTimeException("there is no time after 24:00");
    }
    return date.plusDays(1).atStartOfDay();
  }

  /** {@code Z}, {@code +02:00}, {@code +0200}, {@code +02}, and what Go writes behind: a name. */
  private static ZoneOffset offset(String text) {
    int space = text.indexOf(' ');
    String zone = space < 0 ? text : text.substring(0, space);
    if (space >= 0 && !isZoneName(text.substring(space + 1))) {
      throw new DateTimeException("'" + text + "' is not an offset");
    }
    return switch (zone) {
      case "", "Z", "z", "UTC", "GMT" -> ZoneOffset.UTC;
      default -> {
        if ((zone.charAt(0) != '+' && zone.charAt(0) != '-') || zone.length() < 3) {
          throw new DateTimeException("'" + text + "' is not an offset");
        }
        yield ZoneOffset.of(zone);
      }
    };
  }

  private static boolean isZoneName(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '-'));
  }

  private static boolean isOfClock(char c) {
    return isDigit(c) || c == ':' || c == '.' || c == ',';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static LocalDate basicDate(String text) {
    return LocalDate.of(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2));
  }

  private static LocalDate parseDate(String text) {
    if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new DateTimeException("there is no date");
    }
    return LocalDate.of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  }

  private static LocalTime clock(String text, int from, int to) {
    if (to < from + 5 || text.charAt(from + 2) != ':') {
      throw new DateTimeException("there is no time of day");
    }
    int hour = digits(text, from, 2);
    int minute = digits(text, from + 3, 2);
    if (to == from + 5) {
      return LocalTime.of(hour, minute);
    }
    if (to < from + 8 || text.charAt(from + 5) != ':') {
      throw new DateTimeException("there are no seconds");
    }
    int second = digits(text, from + 6, 2);
    return LocalTime.of(hour, minute, second, to > from + 8 ? nanos(text, from + 8, to) : 0);
  }

  private static int nanos(String text, int point, int to) {
    if ((text.charAt(point) != '.' && text.charAt(point) != ',') || to - point < 2) {
      throw new DateTimeException("there is no fraction of a second");
    }
    int count = Math.min(to - point - 1, 9);
    int nanos = digits(text, point + 1, count);
    for (int i = count; i < 9; i++) {
      nanos *= 10;
    }
    for (int i = point + 1 + count; i < to; i++) {
      if (text.charAt(i) != '0') {
        throw new DateTimeException("it is more precise than a nanosecond");
      }
    }
    return nanos;
  }

  private static int digits(String text, int from, int count) {
    int value = digitsOrNegative(text, from, count);
    if (value < 0) {
      throw new DateTimeException("there are no digits at index " + from);
    }
    return value;
  }

  static String text(LocalDateTime value) {
    StringBuilder text = new StringBuilder(29);
    add(text, value.toLocalDate());
    text.append(' ');
    add(text, value.toLocalTime());
    return text.toString();
  }

  static String text(LocalDate value) {
    StringBuilder text = new StringBuilder(10);
    add(text, value);
    return text.toString();
  }

  static String text(LocalTime value) {
    StringBuilder text = new StringBuilder(18);
    add(text, value);
    return text.toString();
  }

  /** In UTC and without an offset, as {@code CURRENT_TIMESTAMP} is. */
  static String text(OffsetDateTime value) {
    return text(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
  }

  private static void add(StringBuilder text, LocalDate value) {
    int year = value.getYear();
    if (year < 0 || year > 9_999) {
      throw new DateTimeException("SQLite's dates are limited to the years 0 to 9999");
    }
    two(text, year / 100);
    two(text, year % 100).append('-');
    two(text, value.getMonthValue()).append('-');
    two(text, value.getDayOfMonth());
  }

  private static void add(StringBuilder text, LocalTime value) {
    two(text, value.getHour()).append(':');
    two(text, value.getMinute()).append(':');
    two(text, value.getSecond());
    int nano = value.getNano();
    if (nano != 0) {
      int least = nano % 1_000_000 == 0 ? 1_000_000 : nano % 1_000 == 0 ? 1_000 : 1;
      text.append('.');
      for (int unit = 100_000_000; unit >= least; unit /= 10) {
        text.append((char) ('0' + nano / unit % 10));
      }
    }
  }

  private static StringBuilder two(StringBuilder text, int value) {
    return text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
  }
}
