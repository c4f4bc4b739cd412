package io.kinrow.runtime.internal.dialect;

import static io.kinrow.runtime.internal.dialect.SqliteNumbers.isTextOfReal;
import static io.kinrow.runtime.internal.dialect.UnfitValueException.unfit;
import static io.kinrow.runtime.internal.dialect.UnfitValueException.unfitText;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jspecify.annotations.Nullable;

/**
 * Values of SQLite, whose columns hold whatever was put into them: each value that is read is
 * looked at, and refused where it is not what the schema says. See docs/values.md.
 */
public final class SqliteValues extends Values {

  /**
   * The setting that says what numbers in columns of dates and times count: {@code seconds} or
   * {@code milliseconds} since 1970. It is a parameter of the driver's URLs, and a key of {@link
   * org.jooq.Configuration#data()}.
   */
  public static final String DATE_PRECISION = "date_precision";

  /** Types that jOOQ writes in another form, or would lose something of. */
  private static final PlainParams PLAIN_PARAMS =
      new PlainParams(
          Set.of(
              LocalDateTime.class,
              LocalDate.class,
              LocalTime.class,
              OffsetDateTime.class,
              Instant.class,
              UUID.class,
              BigDecimal.class,
              BigInteger.class,
              Double.class,
              Float.class,
              Boolean.class,
              String.class,
              java.sql.Timestamp.class,
              java.sql.Date.class,
              java.sql.Time.class),
          SqliteBinding::of);

  static final SqliteValues DEFAULT = new SqliteValues(SqliteClock.UNSAID);

  private static final SqliteValues SECONDS = new SqliteValues(SqliteClock.SECONDS);
  private static final SqliteValues MILLISECONDS = new SqliteValues(SqliteClock.MILLISECONDS);

  private final SqliteClock clock;

  private SqliteValues(SqliteClock clock) {
    this.clock = clock;
  }

  /**
   * The values under a setting.
   *
   * @param datePrecision the setting's value, or null if there is none
   * @throws IllegalArgumentException if there is no such setting
   */
  public static SqliteValues with(@Nullable Object datePrecision) {
    if (datePrecision == null) {
      return DEFAULT;
    }
    return switch (datePrecision.toString().toLowerCase(Locale.ROOT)) {
      case "seconds" -> SECONDS;
      case "milliseconds" -> MILLISECONDS;
      default ->
          throw new IllegalArgumentException(
              DATE_PRECISION + " is '" + datePrecision + "': it can be seconds or milliseconds");
    };
  }

  /** The values under the parameters of a URL. */
  public static SqliteValues ofUrl(String url) {
    return with(datePrecision(url));
  }

  /** What a URL says of the numbers in columns of dates and times, or null. */
  public static @Nullable String datePrecision(String url) {
    String precision = null;
    int query = url.indexOf('?');
    for (String parameter : query < 0 ? List.<String>of() : parameters(url, query)) {
      if (parameter.regionMatches(true, 0, DATE_PRECISION + "=", 0, DATE_PRECISION.length() + 1)) {
        precision = parameter.substring(DATE_PRECISION.length() + 1);
      }
    }
    return precision;
  }

  private static List<String> parameters(String url, int query) {
    return List.of(url.substring(query + 1).split("&"));
  }

  // Numbers ----------------------------------------------------------------------------------

  @Override
  public long longAt(ResultSet result, int position) throws SQLException {
    Object stored = result.getObject(position);
    if (stored instanceof Integer number) {
      return number;
    }
    return stored instanceof Long number
        ? number
        : SqliteNumbers.whole(present(stored, position), position);
  }

  @Override
  public @Nullable Long longOrNull(ResultSet result, int position) throws SQLException {
    Object stored = result.getObject(position);
    if (stored == null || stored instanceof Long) {
      return (Long) stored;
    }
    return stored instanceof Integer number
        ? (Long) (long) number
        : (Long) SqliteNumbers.whole(stored, position);
  }

  @Override
  public int intAt(ResultSet result, int position) throws SQLException {
    return (int)
        SqliteNumbers.within(
            longAt(result, position), Integer.MIN_VALUE, Integer.MAX_VALUE, position);
  }

  @Override
  public short shortAt(ResultSet result, int position) throws SQLException {
    return (short)
        SqliteNumbers.within(longAt(result, position), Short.MIN_VALUE, Short.MAX_VALUE, position);
  }

  @Override
  public byte byteAt(ResultSet result, int position) throws SQLException {
    return (byte)
        SqliteNumbers.within(longAt(result, position), Byte.MIN_VALUE, Byte.MAX_VALUE, position);
  }

  @Override
  public @Nullable Integer intOrNull(ResultSet result, int position) throws SQLException {
    return result.getObject(position) == null ? null : (Integer) intAt(result, position);
  }

  @Override
  public @Nullable Short shortOrNull(ResultSet result, int position) throws SQLException {
    return result.getObject(position) == null ? null : (Short) shortAt(result, position);
  }

  @Override
  public @Nullable Byte byteOrNull(ResultSet result, int position) throws SQLException {
    return result.getObject(position) == null ? null : (Byte) byteAt(result, position);
  }

  @Override
  public double doubleAt(ResultSet result, int position) throws SQLException {
    Object stored = result.getObject(position);
    return stored instanceof Double real
        ? real
        : SqliteNumbers.real(present(stored, position), position);
  }

  @Override
  public @Nullable Double doubleOrNull(ResultSet result, int position) throws SQLException {
    Object stored = result.getObject(position);
    return stored == null || stored instanceof Double
        ? (Double) stored
        : (Double) SqliteNumbers.real(stored, position);
  }

  @Override
  public float floatAt(ResultSet result, int position) throws SQLException {
    return SqliteNumbers.single(doubleAt(result, position), position);
  }

  @Override
  public @Nullable Float floatOrNull(ResultSet result, int position) throws SQLException {
    Double real = doubleOrNull(result, position);
    return real == null ? null : (Float) SqliteNumbers.single(real, position);
  }

  @Override
  public @Nullable BigDecimal decimal(ResultSet result, int position) throws SQLException {
    Object stored = result.getObject(position);
    return stored == null ? null : SqliteNumbers.decimal(stored, position);
  }

  // Booleans ---------------------------------------------------------------------------------

  @Override
  public boolean booleanAt(ResultSet result, int position) throws SQLException {
    return SqliteNumbers.bool(present(result.getObject(position), position), position);
  }

  @Override
  public @Nullable Boolean booleanOrNull(ResultSet result, int position) throws SQLException {
    Object stored = result.getObject(position);
    return stored == null ? null : (Boolean) SqliteNumbers.bool(stored, position);
  }

  // Text and bytes ---------------------------------------------------------------------------

  /** Asks for the stored value's type only where its text may be that of a number with a point. */
  @Override
  public @Nullable String string(ResultSet result, int position) throws SQLException {
    String text = result.getString(position);
    if (text == null) {
      return null;
    } else if (text.indexOf('\uFFFD') >= 0) {
      return decoded(result.getBytes(position), position);
    } else if (isTextOfReal(text)
        && result.getObject(position) instanceof Double real
        && (real.isInfinite() || Double.parseDouble(text) != real)) {
      throw unfit(real, position, "text that keeps all of its digits");
    }
    return text;
  }

  private static String decoded(byte[] bytes, int position) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw unfit(bytes, position, "text in UTF-8");
    }
  }

  @Override
  public byte @Nullable [] bytes(ResultSet result, int position) throws SQLException {
    Object stored = result.getObject(position);
    if (stored == null || stored instanceof byte[]) {
      return (byte[]) stored;
    } else if (stored instanceof String) {
      return result.getBytes(position);
    }
    throw unfit(stored, position, "a sequence of bytes");
  }

  // Times ------------------------------------------------------------------------------------

  private static final String MOMENT = "a date and time such as '2026-11-22 15:46:00'";

  private interface Parser<T> {
    T parse(String text);
  }

  private interface OfTime<T> {
    T from(LocalDateTime time);
  }

  private <T> @Nullable T time(
      ResultSet result, int position, String what, Parser<T> parser, OfTime<T> ofNumber)
      throws SQLException {
    Object stored = result.getObject(position);
    if (stored == null) {
      return null;
    }
    try {
      if (stored instanceof String || stored instanceof byte[]) {
        String text = result.getString(position);
        return isNumeric(text) ? ofNumber.from(ofDigits(text)) : parser.parse(text);
      } else if (stored instanceof Double real) {
        return ofNumber.from(clock.at(real));
      } else if (stored instanceof Number number) {
        return ofNumber.from(clock.at(number.longValue()));
      }
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      String why = what + (e instanceof DateTimeException ? ": " + e.getMessage() : "");
      throw what.equals(MOMENT) && stored instanceof String text
          ? unfitText(text, position, why) // was asked for as text, as which a BLOB counts now
          : unfit(stored, position, why);
    }
    throw unfit(stored, position, what);
  }

  /** Digits are a number to SQLite's date functions, text or not, but eight of them are a date. */
  private static boolean isNumeric(String text) {
    int length = text.length();
    if (length == 8 || length == 0) {
      return false;
    }
    int points = 0;
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        points++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return points <= 1;
  }

  private LocalDateTime ofDigits(String text) {
    try {
      return text.indexOf('.') < 0
          ? clock.at(Long.parseLong(text))
          : clock.at(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new DateTimeException("it is not a number either", e);
    }
  }

  @Override
  public @Nullable LocalDateTime dateTime(ResultSet result, int position) throws SQLException {
    String text = result.getString(position);
    LocalDateTime usual = text == null ? null : SqliteTime.canonical(text);
    return text == null || usual != null ? usual : unusualDateTime(result, position);
  }

  private @Nullable LocalDateTime unusualDateTime(ResultSet result, int position)
      throws SQLException {
    return time(result, position, MOMENT, SqliteTime::dateTime, time -> time);
  }

  @Override
  public @Nullable OffsetDateTime offsetDateTime(ResultSet result, int position)
      throws SQLException {
    String text = result.getString(position);
    LocalDateTime usual = text == null ? null : SqliteTime.canonical(text);
    if (text == null) {
      return null;
    }
    return usual == null ? unusualOffsetDateTime(result, position) : usual.atOffset(ZoneOffset.UTC);
  }

  private @Nullable OffsetDateTime unusualOffsetDateTime(ResultSet result, int position)
      throws SQLException {
    return time(
        result,
        position,
        MOMENT,
        SqliteTime::offsetDateTime,
        time -> time.atOffset(ZoneOffset.UTC));
  }

  @Override
  public @Nullable LocalDate date(ResultSet result, int position) throws SQLException {
    return time(
        result,
        position,
        "a date such as '2026-11-22'",
        SqliteTime::date,
        time -> {
          if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw new DateTimeException(
                "in UTC it is " + SqliteTime.text(time) + ", which is not the start of a day");
          }
          return time.toLocalDate();
        });
  }

  @Override
  public @Nullable LocalTime time(ResultSet result, int position) throws SQLException {
    return time(
        result,
        position,
        "a time such as '15:46:00'",
        SqliteTime::time,
        time -> {
          if (!SqliteTime.isPlaceholder(time.toLocalDate())) {
            throw new DateTimeException("a time of day would lose its date");
          }
          return time.toLocalTime();
        });
  }

  // Other types ------------------------------------------------------------------------------

  @Override
  @Nullable Object other(ResultSet result, int position, Class<?> type) throws SQLException {
    if (type == BigInteger.class) {
      BigDecimal decimal = decimal(result, position);
      try {
        return decimal == null ? null : decimal.toBigIntegerExact();
      } catch (ArithmeticException e) {
        throw unfit(result.getObject(position), position, "a whole number");
      }
    } else if (type == Instant.class) {
      OffsetDateTime value = offsetDateTime(result, position);
      return value == null ? null : value.toInstant();
    } else if (type == UUID.class) {
      Object stored = result.getObject(position);
      return stored == null ? null : uuid(stored, position);
    } else if (type == JSON.class) {
      String json = json(result, position);
      return json == null ? null : JSON.json(json);
    } else if (type == JSONB.class) {
      String json = json(result, position);
      return json == null ? null : JSONB.jsonb(json);
    } else if (type == XML.class) {
      String xml = string(result, position);
      return xml == null ? null : XML.xml(xml);
    }
    return result.getObject(position);
  }

  /** 36 characters, the 32 digits that Python's programs write, or 16 bytes. */
  private static UUID uuid(Object stored, int position) {
    if (stored instanceof byte[] bytes && bytes.length == 16) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new UUID(buffer.getLong(), buffer.getLong());
    } else if (stored instanceof String text) {
      String digits = text.length() == 36 ? text.replace("-", "") : text;
      boolean dashed = text.length() == 32 || dashesAt(text, 8, 13, 18, 23);
      if (dashed && digits.length() == 32 && digits.chars().allMatch(SqliteValues::isHex)) {
        return new UUID(
            HexFormat.fromHexDigitsToLong(digits, 0, 16),
            HexFormat.fromHexDigitsToLong(digits, 16, 32));
      }
    }
    throw unfit(stored, position, "a UUID");
  }

  private static boolean dashesAt(String text, int... places) {
    for (int place : places) {
      if (text.length() <= place || text.charAt(place) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(int c) {
    return HexFormat.isHexDigit(c);
  }

  private @Nullable String json(ResultSet result, int position) throws SQLException {
    if (result.getObject(position) instanceof byte[] bytes) {
      throw unfit(bytes, position, "JSON as text (SQLite's json(…) turns JSONB into text)");
    }
    return string(result, position);
  }

  private static Object present(@Nullable Object stored, int position) {
    if (stored == null) {
      throw UnfitValueException.isNull(position);
    }
    return stored;
  }

  /** The storage class that it is stored in, whatever the column's type: SQLite sorts by it. */
  @Override
  public @Nullable String sortValue(ResultSet result, int position) throws SQLException {
    Object raw = result.getObject(position);
    if (raw == null) {
      return null;
    } else if (raw instanceof byte[] bytes) {
      return "b" + HexFormat.of().formatHex(bytes);
    } else if (raw instanceof Integer || raw instanceof Long) {
      return "i" + raw;
    } else if (raw instanceof Double) {
      return "d" + raw;
    }
    String text = (String) raw;
    byte[] bytes = text.indexOf('\uFFFD') < 0 ? null : result.getBytes(position);
    return bytes == null || Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))
        ? "s" + text
        : "x" + HexFormat.of().formatHex(bytes); // any bytes can be stored as text
  }

  // Writing ----------------------------------------------------------------------------------

  @Override
  public @Nullable Object stored(@Nullable Object value) {
    return SqliteStored.of(value);
  }

  @Override
  public @Nullable Object stored(@Nullable Object value, Field<?> field) {
    return field.getBinding() instanceof SqliteBinding<?> binding
        ? binding.stored(this, value)
        : stored(value);
  }

  @Override
  @SuppressWarnings("BigDecimalEquals") // 1.5 that comes back as 1.50 is another value to Java
  boolean respells(Object value, DataType<?> type) {
    if (value instanceof BigDecimal decimal) {
      return !decimal.equals(asRead(decimal, type.scale()));
    } else if (value instanceof OffsetDateTime time) {
      return !time.getOffset().equals(ZoneOffset.UTC);
    }
    return value instanceof JSON || value.equals(-0.0) || value.equals(-0.0f);
  }

  private static @Nullable BigDecimal asRead(BigDecimal decimal, int scale) {
    try {
      BigDecimal read = SqliteNumbers.decimal(SqliteStored.number(decimal), 0);
      return scaled(read, Math.max(0, scale));
    } catch (UnfitValueException e) {
      return null; // it is refused when it is bound
    }
  }

  /** Text has any number of them; what jOOQ says of a declared type is not what is kept. */
  @Override
  public int timeDigits(DataType<?> type) {
    return 6;
  }

  @Override
  public boolean comparesTimesAsText() {
    return true;
  }

  @Override
  public Configuration jooq(Configuration configuration) {
    return configuration.deriveAppending(PLAIN_PARAMS, new WholeValues());
  }

  @Override
  public void bind(PreparedStatement statement, int at, @Nullable Object stored)
      throws SQLException {
    if (stored instanceof String text) {
      statement.setString(at, text);
    } else if (stored instanceof Long number) {
      statement.setLong(at, number);
    } else if (stored instanceof Double real) {
      statement.setDouble(at, real);
    } else if (stored instanceof byte[] bytes) {
      statement.setBytes(at, bytes);
    } else if (stored == null) {
      statement.setNull(at, Types.NULL);
    } else {
      statement.setObject(at, stored);
    }
  }
}
