package io.kinrow.runtime.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.exception.DataTypeException;

/**
 * Dates and times as SQLite keeps them: text. Reads every form that SQLite's date functions take as
 * a time value (<a href="https://sqlite.org/lang_datefunc.html#time_values">sqlite.org</a>) and the
 * forms that drivers write; writes the one form that {@code CURRENT_TIMESTAMP} has, with a fraction
 * of 3, 6 or 9 digits where there is one, so that text order is time order.
 */
final class SqliteTime {

  private SqliteTime() {}

  static LocalDateTime dateTime(String text) {
    try {
      return parse(text, text.length());
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw unreadable(text, "date and time", "2026-11-22 15:46:00", e);
    }
  }

  private static LocalDateTime parse(String text, int length) {
    if (length > 0 && numeric(text)) {
      return fromNumber(text);
    }
    if (length < 10 || text.charAt(2) == ':') {
      return LocalDateTime.of(LocalDate.of(2000, 1, 1), parseTime(text, 0, length, text));
    }
    LocalDate date = parseDate(text);
    if (length == 10) {
      return date.atStartOfDay();
    }
    char separator = text.charAt(10);
    if (separator != ' ' && separator != 'T') {
      throw new DateTimeException("no time after the date");
    }
    int end = length;
    int offset = 0;
    if (text.charAt(length - 1) == 'Z') {
      end--;
    } else if (length > 16 && isSign(text.charAt(length - 6)) && text.charAt(length - 3) == ':') {
      end -= 6;
      offset = digits(text, end + 1, 2) * 60 + digits(text, end + 4, 2);
      if (text.charAt(end) == '-') {
        offset = -offset;
      }
    }
    LocalDateTime local = LocalDateTime.of(date, parseTime(text, 11, end, text));
    return offset == 0 ? local : local.minusMinutes(offset);
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  /**
   * A number without separators: a Julian day if it has a fraction or few digits, else Unix time.
   */
  private static boolean numeric(String text) {
    if (text.length() > 4 && text.charAt(4) == '-') {
      return false; // a date, as nearly all texts are
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && !(i == 0 && c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static LocalDateTime fromNumber(String text) {
    double number = Double.parseDouble(text);
    boolean julianDay = text.indexOf('.') >= 0 && number >= 0 && number < 5373484.5;
    if (julianDay) {
      long millis = Math.round((number - 2440587.5) * 86_400_000d);
      return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
    // drivers write milliseconds, SQLite's unixepoch() seconds
    boolean millis = Math.abs(number) > 100_000_000_000d;
    long whole = (long) number;
    Instant instant = millis ? Instant.ofEpochMilli(whole) : Instant.ofEpochSecond(whole);
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static LocalDate date(String text) {
    try {
      return text.length() == 10 ? parseDate(text) : parse(text, text.length()).toLocalDate();
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw unreadable(text, "date", "2026-11-22", e);
    }
  }

  static LocalTime time(String text) {
    try {
      int length = text.length();
      return length > 10 && text.charAt(4) == '-'
          ? parse(text, length).toLocalTime()
          : parseTime(text, 0, length, text);
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw unreadable(text, "time", "15:46:00", e);
    }
  }

  /** With the offset that the text has; UTC, as SQLite takes it, when it has none. */
  static OffsetDateTime offsetDateTime(String text) {
    int length = text.length();
    if (length > 16 && isSign(text.charAt(length - 6)) && text.charAt(length - 3) == ':') {
      LocalDateTime utc = dateTime(text);
      ZoneOffset offset = ZoneOffset.of(text.substring(length - 6));
      return utc.atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset);
    }
    return dateTime(text).atOffset(ZoneOffset.UTC);
  }

  private static DataTypeException unreadable(
      String text, String what, String example, RuntimeException cause) {
    return new DataTypeException(
        "'" + text + "' is not a " + what + " such as '" + example + "': correct the stored value",
        cause);
  }

  private static LocalDate parseDate(String text) {
    if (text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new DateTimeException("no date");
    }
    return LocalDate.of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  }

  private static LocalTime parseTime(String text, int from, int to, String whole) {
    int hour = digits(text, from, 2);
    if (text.charAt(from + 2) != ':') {
      throw new DateTimeException("no time in " + whole);
    }
    int minute = digits(text, from + 3, 2);
    if (to == from + 5) {
      return LocalTime.of(hour, minute);
    }
    if (text.charAt(from + 5) != ':') {
      throw new DateTimeException("no seconds in " + whole);
    }
    int second = digits(text, from + 6, 2);
    return LocalTime.of(hour, minute, second, to > from + 8 ? nanos(text, from + 8, to) : 0);
  }

  private static int nanos(String text, int point, int to) {
    if (text.charAt(point) != '.' || to - point < 2) {
      throw new DateTimeException("no fraction");
    }
    int count = Math.min(to - point - 1, 9);
    int nanos = digits(text, point + 1, count);
    for (int i = count; i < 9; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int digits(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("no digit at " + i);
      }
      value = value * 10 + digit;
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

  static String text(LocalTime value) {
    StringBuilder text = new StringBuilder(18);
    add(text, value);
    return text.toString();
  }

  private static void add(StringBuilder text, LocalDate value) {
    int year = value.getYear();
    if (year < 0 || year > 9_999) {
      text.append(value);
      return;
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

  static String text(OffsetDateTime value) {
    String local = text(value.toLocalDateTime());
    ZoneOffset offset = value.getOffset();
    return offset.equals(ZoneOffset.UTC) ? local + "+00:00" : local + offset.getId();
  }
}
