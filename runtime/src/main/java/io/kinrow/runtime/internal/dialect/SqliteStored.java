package io.kinrow.runtime.internal.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.types.UNumber;
import org.jspecify.annotations.Nullable;

/** The one form in which SQLite is given a value: a long, a double, a text or bytes. */
final class SqliteStored {

  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private SqliteStored() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof String text) {
      return Values.wellFormed(text);
    } else if (value == null || value instanceof Long || value instanceof byte[]) {
      return value;
    } else if (value instanceof Boolean bool) {
      return bool ? 1L : 0L;
    } else if (value instanceof Number number) {
      return number(number);
    }
    try {
      return time(value);
    } catch (DateTimeException e) {
      throw new UnfitValueException(0, value + " cannot be stored: " + e.getMessage());
    }
  }

  static Object number(Number value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return value.longValue();
    } else if (value instanceof Double || value instanceof Float) {
      double real = value.doubleValue();
      if (Double.isNaN(real)) {
        throw new UnfitValueException(
            0, "NaN cannot be stored: SQLite would turn it into NULL; store another value");
      }
      return real + 0.0; // SQLite keeps no sign of zero
    } else if (value instanceof BigDecimal decimal) {
      return decimal(decimal);
    } else if (value instanceof BigInteger whole) {
      return decimal(new BigDecimal(whole));
    } else if (value instanceof UNumber unsigned) {
      return decimal(new BigDecimal(unsigned.toBigInteger()));
    }
    return value;
  }

  /** As the number that SQLite's NUMERIC affinity would make of its digits, if that is the same. */
  private static Object decimal(BigDecimal decimal) {
    if (decimal.signum() == 0) {
      return 0L;
    }
    // far from what a double can hold, without working the digits out
    long magnitude = (long) decimal.precision() - decimal.scale();
    if (magnitude < 400 && magnitude > -400) {
      if (decimal.compareTo(LEAST) >= 0
          && decimal.compareTo(GREATEST) <= 0
          && decimal.stripTrailingZeros().scale() <= 0) {
        return decimal.longValueExact();
      }
      double real = decimal.doubleValue();
      if (Double.isFinite(real) && BigDecimal.valueOf(real).compareTo(decimal) == 0) {
        return real;
      }
    }
    throw new UnfitValueException(
        0,
        decimal
            + " cannot be stored without losing digits: SQLite keeps decimals as 64-bit "
            + "floating-point numbers; use fewer digits, or a TEXT column with a forced type");
  }

  private static Object time(Object value) {
    if (value instanceof LocalDateTime time) {
      return SqliteTime.text(time);
    } else if (value instanceof LocalDate date) {
      return SqliteTime.text(date);
    } else if (value instanceof LocalTime time) {
      return SqliteTime.text(time);
    } else if (value instanceof OffsetDateTime time) {
      return SqliteTime.text(time);
    } else if (value instanceof Instant instant) {
      return SqliteTime.text(instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof java.sql.Timestamp time) {
      return SqliteTime.text(time.toLocalDateTime());
    } else if (value instanceof java.sql.Date date) {
      return SqliteTime.text(date.toLocalDate());
    } else if (value instanceof java.sql.Time time) {
      return SqliteTime.text(time.toLocalTime());
    } else if (value instanceof UUID uuid) {
      return uuid.toString();
    } else if (value instanceof JSONB json) {
      return compact(Values.wellFormed(json.data()));
    } else if (value instanceof JSON json) {
      return compact(Values.wellFormed(json.data()));
    } else if (value instanceof XML xml) {
      return Values.wellFormed(xml.data());
    } else if (value instanceof EnumType literal) {
      return Values.wellFormed(literal.getLiteral());
    }
    return value;
  }

  /** JSON as SQLite's {@code json()} writes it: without blanks outside of its texts. */
  private static String compact(String json) {
    StringBuilder compact = new StringBuilder(json.length());
    boolean inText = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        inText = !inText;
      } else if (inText && c == '\\' && i + 1 < json.length()) {
        compact.append(c);
        c = json.charAt(++i);
      }
      if (inText || (c != ' ' && c != '\t' && c != '\n' && c != '\r')) {
        compact.append(c);
      }
    }
    return compact.toString();
  }

  /** What is stored, as SQL has it. */
  static String literal(@Nullable Object stored) {
    if (stored instanceof String text) {
      return text.indexOf('\0') < 0
          ? "'" + text.replace("'", "''") + "'"
          : "cast(" + literal(text.getBytes(StandardCharsets.UTF_8)) + " as text)";
    } else if (stored instanceof byte[] bytes) {
      return "x'" + HexFormat.of().formatHex(bytes) + "'";
    } else if (stored instanceof Double real && real.isInfinite()) {
      return real > 0 ? "9e999" : "-9e999";
    }
    return stored instanceof Long number && number == Long.MIN_VALUE
        ? "(-9223372036854775807 - 1)" // SQLite reads the digits before the sign
        : String.valueOf(stored);
  }
}
