package io.kinrow.runtime.internal.dialect;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jspecify.annotations.Nullable;

/**
 * Values as PostgreSQL reads them from text. The elements of an array are written so, because then
 * the database gives them the type of the column that they are compared with: a domain's own, an
 * enum's in any schema, {@code char(n)} with its rule for trailing spaces. Nothing has to know the
 * name of that type.
 */
final class PostgresText {

  private static final int NANOS_OF_MICRO = 1_000;

  private PostgresText() {}

  /** An array literal, of several dimensions where the values are arrays. */
  static String array(List<? extends @Nullable Object> values) {
    StringBuilder array = new StringBuilder(2 + values.size() * 8).append('{');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        array.append(',');
      }
      Object value = values.get(i);
      if (value == null) {
        array.append("NULL");
      } else if (value instanceof Long number) {
        array.append(number.longValue());
      } else if (value instanceof Object[] elements) {
        array.append(array(Arrays.asList(elements)));
      } else {
        quote(array, of(value));
      }
    }
    return array.append('}').toString();
  }

  private static void quote(StringBuilder array, String text) {
    array.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        array.append('\\');
      }
      array.append(c);
    }
    array.append('"');
  }

  /** One value. */
  static String of(Object value) {
    if (value instanceof String text) {
      return PostgresValues.text(text);
    } else if (value instanceof EnumType literal) {
      return literal.getLiteral();
    } else if (value instanceof BigDecimal decimal) {
      return decimal.toString();
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return "\\x" + HexFormat.of().formatHex(copy);
    } else if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    } else if (value instanceof JSONB json) {
      return json.data();
    } else if (value instanceof JSON json) {
      return json.data();
    } else if (value instanceof XML xml) {
      return xml.data();
    } else if (value instanceof Object[] elements) {
      return array(Arrays.asList(elements));
    }
    return time(value);
  }

  private static String time(Object value) {
    if (value instanceof LocalDate date) {
      return date.equals(LocalDate.MAX)
          ? "infinity"
          : date.equals(LocalDate.MIN) ? "-infinity" : day(date) + era(date);
    } else if (value instanceof LocalDateTime at) {
      return at.equals(LocalDateTime.MAX)
          ? "infinity"
          : at.equals(LocalDateTime.MIN) ? "-infinity" : moment(rounded(at), "");
    } else if (value instanceof OffsetDateTime at) {
      return at.equals(OffsetDateTime.MAX)
          ? "infinity"
          : at.equals(OffsetDateTime.MIN)
              ? "-infinity"
              : moment(rounded(at.toLocalDateTime()), at.getOffset().toString());
    } else if (value instanceof Instant at) {
      return time(at.atOffset(ZoneOffset.UTC));
    } else if (value instanceof LocalTime at) {
      return clock(at);
    } else if (value instanceof OffsetTime at) {
      return clock(at.toLocalTime()) + at.getOffset();
    }
    return value.toString();
  }

  private static String moment(LocalDateTime at, String offset) {
    LocalDate date = at.toLocalDate();
    return day(date) + ' ' + at.toLocalTime() + offset + era(date);
  }

  /** To microseconds, as the driver does, and not as the database takes halves of one. */
  private static LocalDateTime rounded(LocalDateTime at) {
    return at.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MICRO == 0
        ? at
        : at.plusNanos(NANOS_OF_MICRO / 2).truncatedTo(ChronoUnit.MICROS);
  }

  /** A day without the sign of its year: there is no year 0 in SQL, 1 BC comes before 1. */
  private static String day(LocalDate date) {
    if (date.getYear() > 0 && date.getYear() <= 9999) {
      return date.toString();
    }
    int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
    return String.format("%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
  }

  private static String era(LocalDate date) {
    return date.getYear() > 0 ? "" : " BC";
  }

  /**
   * To microseconds too. PostgreSQL's 24:00:00 comes from its driver as the last nanosecond of the
   * day.
   */
  private static String clock(LocalTime time) {
    if (time.get(ChronoField.NANO_OF_SECOND) % NANOS_OF_MICRO == 0) {
      return time.toString();
    }
    LocalTime rounded = time.plusNanos(NANOS_OF_MICRO / 2).truncatedTo(ChronoUnit.MICROS);
    return rounded.isBefore(time.truncatedTo(ChronoUnit.MICROS)) ? "24:00:00" : rounded.toString();
  }
}
