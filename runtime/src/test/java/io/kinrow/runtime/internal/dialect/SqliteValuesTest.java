package io.kinrow.runtime.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each form that programs leave in SQLite files, read as the Java type of its column or refused.
 */
class SqliteValuesTest {

  private static final SqliteValues UNSAID = SqliteValues.with(null);
  private static final SqliteValues SECONDS = SqliteValues.with("seconds");
  private static final SqliteValues MILLISECONDS = SqliteValues.with("milliseconds");

  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  private static @Nullable Object read(SqliteValues values, String literal, Class<?> type)
      throws SQLException {
    try (ResultSet result = connection.createStatement().executeQuery("select " + literal)) {
      result.next();
      return values.read(result, 1, type);
    }
  }

  private static @Nullable Object read(String literal, Class<?> type) throws SQLException {
    return read(UNSAID, literal, type);
  }

  private static void refused(SqliteValues values, String literal, Class<?> type, String message) {
    assertThatThrownBy(() -> read(values, literal, type))
        .as("%s as %s", literal, type)
        .isInstanceOf(UnfitValueException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "1.0", "'t'", "'T'", "'true'", "'TRUE'", "'y'", "'Yes'", "'on'", "'1'"})
  void whatProgramsWriteForTrue(String literal) throws SQLException {
    assertThat(read(literal, Boolean.class)).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "'f'", "'F'", "'false'", "'False'", "'n'", "'NO'", "'off'"})
  void whatProgramsWriteForFalse(String literal) throws SQLException {
    assertThat(read(literal, Boolean.class)).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-1", "0.5", "''", "'maybe'", "' t'", "'1x'", "x'01'", "4294967297"})
  void anythingElse_isNoBoolean(String literal) {
    refused(UNSAID, literal, Boolean.class, "is not a boolean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'abc'",
        "'12 apples'",
        "1.5",
        "''",
        "'012'",
        "'1e3'",
        "' 12'",
        "x'31'",
        "1e300",
        "9.3e18",
        "9007199254740994.0"
      })
  void whatIsNotAWholeNumber_isRefused(String literal) {
    refused(UNSAID, literal, Long.class, "is not a whole number");
  }

  @Test
  void wholeNumbers_areRead() throws SQLException {
    assertThat(read("9223372036854775807", Long.class)).isEqualTo(Long.MAX_VALUE);
    assertThat(read("-9223372036854775808", Long.class)).isEqualTo(Long.MIN_VALUE);
    assertThat(read("3.0", Long.class)).isEqualTo(3L);
    assertThat(read("'-12'", Long.class)).isEqualTo(-12L);
    assertThat(read("null", Long.class)).isNull();
    assertThat(read("2147483647", Integer.class)).isEqualTo(Integer.MAX_VALUE);
    refused(UNSAID, "2147483648", Integer.class, "from -2147483648 to 2147483647");
    refused(UNSAID, "40000", Short.class, "from -32768 to 32767");
    refused(UNSAID, "128", Byte.class, "from -128 to 127");
  }

  @Test
  void floatingPointNumbers_areReadWithAllTheirDigits() throws SQLException {
    assertThat(read("0.1 + 0.2", Double.class)).isEqualTo(0.1 + 0.2);
    assertThat(read("9e999", Double.class)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(read("7", Double.class)).isEqualTo(7.0);
    assertThat(read("9007199254740994", Double.class)).isEqualTo(9007199254740994.0);
    refused(UNSAID, "9007199254740993", Double.class, "keeps all of its digits");
    refused(UNSAID, "9223372036854775807", Double.class, "keeps all of its digits");
    refused(UNSAID, "'1,5'", Double.class, "is not a number");
    refused(UNSAID, "'1.5'", Double.class, "is not a number");
    assertThat(read("0.1", Float.class)).isEqualTo(0.1f);
    refused(UNSAID, "0.123456789", Float.class, "32-bit");
  }

  @Test
  void decimals_areReadWithAllTheirDigits() throws SQLException {
    assertThat(read("0.1 + 0.2", BigDecimal.class))
        .isEqualTo(new BigDecimal("0.30000000000000004"));
    assertThat(read("19.99", BigDecimal.class)).isEqualTo(new BigDecimal("19.99"));
    assertThat(read("9223372036854775807", BigDecimal.class))
        .isEqualTo(new BigDecimal("9223372036854775807"));
    assertThat(read("'12345678901234567.89'", BigDecimal.class))
        .isEqualTo(new BigDecimal("12345678901234567.89"));
    refused(UNSAID, "'1,5'", BigDecimal.class, "decimal");
    refused(UNSAID, "'\u0661'", BigDecimal.class, "decimal");
    refused(UNSAID, "9e999", BigDecimal.class, "decimal");
    refused(UNSAID, "x'31'", BigDecimal.class, "decimal");
    assertThat(read("12", BigInteger.class)).isEqualTo(BigInteger.valueOf(12));
    refused(UNSAID, "1.5", BigInteger.class, "whole");
  }

  @Test
  void text_isReadWhole() throws SQLException {
    assertThat(read("'caf\u00e9 \ufffd'", String.class)).isEqualTo("caf\u00e9 \ufffd");
    assertThat(read("x'636166c3a9'", String.class)).isEqualTo("caf\u00e9");
    assertThat(read("cast(x'610062' as text)", String.class)).isEqualTo("a\0b");
    assertThat(read("7", String.class)).isEqualTo("7");
    assertThat(read("1.5", String.class)).isEqualTo("1.5");
    refused(UNSAID, "cast(x'636166e9' as text)", String.class, "UTF-8");
    refused(UNSAID, "x'ff'", String.class, "UTF-8");
    String stored = (String) read("cast(0.1 + 0.2 as text)", String.class);
    if (Double.parseDouble(stored) == 0.1 + 0.2) {
      assertThat(read("0.1 + 0.2", String.class)).isEqualTo(stored);
    } else {
      refused(UNSAID, "0.1 + 0.2", String.class, "digits");
    }
  }

  @Test
  void timesInBlobs_areReadAsTheirText() throws SQLException {
    LocalDateTime time = LocalDateTime.of(2026, 11, 22, 15, 46, 1);
    for (String text : new String[] {"2026-11-22 15:46:01", "2026-11-22T15:46:01Z"}) {
      String blob = "cast('" + text + "' as blob)";
      assertThat(read(blob, LocalDateTime.class)).isEqualTo(time);
      assertThat(read(blob, OffsetDateTime.class)).isEqualTo(time.atOffset(ZoneOffset.UTC));
    }
    assertThat(read("cast('2026-11-22' as blob)", LocalDate.class)).isEqualTo(time.toLocalDate());
    assertThat(read("cast('15:46:01' as blob)", LocalTime.class)).isEqualTo(time.toLocalTime());
    refused(UNSAID, "cast('no time' as blob)", LocalDateTime.class, "'no time' is not");
    refused(UNSAID, "x'ff'", LocalDateTime.class, "is not a date");
    refused(UNSAID, "'2026-13-01 00:00:00'", LocalDateTime.class, "MonthOfYear");
    refused(UNSAID, "'2026-02-29 00:00:00.5'", OffsetDateTime.class, "February 29");
  }

  @Test
  void emptyText_isNotNull() throws SQLException {
    assertThat(read("''", String.class)).isEqualTo("");
    assertThat(read("x''", String.class)).isEqualTo("");
    assertThat(read("zeroblob(0)", String.class)).isEqualTo("");
    assertThat(read("null", String.class)).isNull();
  }

  @Test
  void textThatLooksLikeANumber_isText() throws SQLException {
    for (String text :
        new String[] {"Inf", "-Inf", "1.50", "1.e", "10.0.0.1", "0.1234567890123456"}) {
      assertThat(read("'" + text + "'", String.class)).isEqualTo(text);
    }
    refused(UNSAID, "9e999", String.class, "digits");
    refused(UNSAID, "-9e999", String.class, "digits");
  }

  /** SQLite's text of a number has 15 or 17 digits, depending on its version. */
  @Test
  void numbersReadAsText_loseNothingOrAreRefused() throws SQLException {
    Random random = new Random(20261129);
    try (PreparedStatement select = connection.prepareStatement("select ?")) {
      for (int i = 0; i < 5_000; i++) {
        boolean few = i % 2 == 0;
        double number =
            few
                ? random.nextInt(2_000_000) / 1_000.0 - 1_000
                : Double.longBitsToDouble(random.nextLong());
        select.setDouble(1, number);
        try (ResultSet result = select.executeQuery()) {
          result.next();
          String text = UNSAID.string(result, 1);
          assertThat(text == null ? Double.NaN : Double.parseDouble(text))
              .isEqualTo(Double.valueOf(number));
        } catch (UnfitValueException e) {
          assertThat(few).as("%s has few digits", number).isFalse();
        }
      }
    }
  }

  @Test
  void bytes_areReadAsTheyAre() throws SQLException {
    assertThat((byte[]) read("x'00ff'", byte[].class)).containsExactly(0, 255);
    assertThat((byte[]) read("zeroblob(0)", byte[].class)).isEmpty();
    assertThat((byte[]) read("'ab'", byte[].class)).containsExactly('a', 'b');
    refused(UNSAID, "5", byte[].class, "bytes");
    refused(UNSAID, "1.5", byte[].class, "bytes");
  }

  @Test
  void uuids_areReadInTheFormsThatProgramsWrite() throws SQLException {
    UUID id = UUID.fromString("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
    assertThat(read("'3f2504e0-4f89-11d3-9a0c-0305e82c3301'", UUID.class)).isEqualTo(id);
    assertThat(read("'3F2504E0-4F89-11D3-9A0C-0305E82C3301'", UUID.class)).isEqualTo(id);
    assertThat(read("'3f2504e04f8911d39a0c0305e82c3301'", UUID.class)).isEqualTo(id);
    assertThat(read("x'3f2504e04f8911d39a0c0305e82c3301'", UUID.class)).isEqualTo(id);
    for (String bad :
        new String[] {
          "'no-uuid'",
          "'1-1-1-1-1'",
          "''",
          "5",
          "x'3f25'",
          "'3f2504e04f89-11d3-9a0c-0305e82c33-01'",
          "'3f2504e0-4f89-11d3-9a0c-0305e82c330g'"
        }) {
      refused(UNSAID, bad, UUID.class, "is not a UUID");
    }
  }

  @Test
  void json_isReadAsText() throws SQLException {
    assertThat(read("'{\"a\": 1}'", JSON.class)).isEqualTo(JSON.json("{\"a\": 1}"));
    assertThat(read("5", JSON.class)).isEqualTo(JSON.json("5"));
    refused(UNSAID, "jsonb('{}')", JSON.class, "JSON as text");
  }

  @ParameterizedTest
  @CsvSource({
    // milliseconds, 1966-10-31 to 1973-03-03
    "-99999999999, 1966-10-31T14:13:20.001, -1199-02-15T14:13:21",
    "99999999999, 1973-03-03T09:46:39.999, 5138-11-16T09:46:39",
    "1700000000, 1970-01-20T16:13:20, 2023-11-14T22:13:20",
    "-1, 1969-12-31T23:59:59.999, 1969-12-31T23:59:59",
    "20240102, 1970-01-01T05:37:20.102, 1970-08-23T06:15:02",
    "253402300799, 1978-01-11T21:31:40.799, 9999-12-31T23:59:59",
    "-62167219200, 1968-01-12T11:19:40.800, 0000-01-01T00:00:00"
  })
  void wholeNumber_isTheUnixTimeThatWasSaid_orRefused(
      String number, LocalDateTime millis, String seconds) throws SQLException {
    assertThat(read(MILLISECONDS, number, LocalDateTime.class)).isEqualTo(millis);
    if (seconds.startsWith("-")) {
      refused(SECONDS, number, LocalDateTime.class, "outside the years");
    } else {
      LocalDateTime expected = LocalDateTime.parse(seconds);
      assertThat(read(SECONDS, number, LocalDateTime.class)).isEqualTo(expected);
      refused(UNSAID, number, LocalDateTime.class, "date_precision=seconds");
    }
  }

  @Test
  void number_isReadWithoutSetting_whereItCanMeanOnlyOneTime() throws SQLException {
    LocalDateTime first = LocalDateTime.parse("1978-01-11T21:31:40.800");
    assertThat(read("253402300800", LocalDateTime.class)).isEqualTo(first);
    assertThat(read("1795362360000", LocalDateTime.class))
        .isEqualTo(LocalDateTime.parse("2026-11-22T15:46"));
    assertThat(read("-62167219201", LocalDateTime.class))
        .isEqualTo(LocalDateTime.parse("1968-01-12T11:19:40.799"));
    assertThat(read("0", LocalDateTime.class)).isEqualTo(LocalDateTime.parse("1970-01-01T00:00"));
    assertThat(read("2461367.5", LocalDateTime.class))
        .isEqualTo(LocalDateTime.parse("2026-11-23T00:00"));
    refused(SECONDS, "1795362360000", LocalDateTime.class, "outside the years");
    refused(UNSAID, "253402300800000", LocalDateTime.class, "outside");
    refused(UNSAID, "1795362360.25", LocalDateTime.class, "date_precision");
    assertThat(read(SECONDS, "1795362360.25", LocalDateTime.class))
        .isEqualTo(LocalDateTime.parse("2026-11-22T15:46:00.25"));
    refused(UNSAID, "9e999", LocalDateTime.class, "infinite");
    refused(UNSAID, "x'00'", LocalDateTime.class, "is not a date");
    assertThat(read("'20240102'", LocalDateTime.class))
        .isEqualTo(LocalDateTime.parse("2024-01-02T00:00"));
    refused(UNSAID, "'1700000000'", LocalDateTime.class, "date_precision");
    refused(UNSAID, "'99999999999999999999'", LocalDateTime.class, "it is not a number either");
  }

  /** A datetime column is NUMERIC to SQLite, so that digits in quotes become a number. */
  @Test
  void digitsOfADateAndTime_areNoMilliseconds_unlessThatWasSaid() throws SQLException {
    refused(UNSAID, "cast('20240102030405' as numeric)", LocalDateTime.class, "digits of a date");
    refused(UNSAID, "19000101000000", LocalDateTime.class, "digits of a date");
    refused(UNSAID, "21991231235959", LocalDateTime.class, "digits of a date");
    refused(UNSAID, "'20240102030405'", LocalDateTime.class, "digits of a date");
    assertThat(read("19000100999999", LocalDateTime.class))
        .isEqualTo(LocalDateTime.parse("2572-02-02T13:49:59.999"));
    assertThat(read("21991231235960", LocalDateTime.class))
        .isEqualTo(LocalDateTime.parse("2666-11-16T03:20:35.960"));
    assertThat(read(MILLISECONDS, "20240102030405", LocalDateTime.class))
        .isEqualTo(LocalDateTime.parse("2611-05-21T10:33:50.405"));
  }

  @Test
  void datesAndTimes_areRefused_whereTheyWouldLoseSomething() throws SQLException {
    assertThat(read("'2024-01-02T00:00:00Z'", LocalDate.class)).isEqualTo(LocalDate.of(2024, 1, 2));
    assertThat(read(MILLISECONDS, "1704153600000", LocalDate.class))
        .isEqualTo(LocalDate.of(2024, 1, 2));
    // the driver's setDate in Berlin
    refused(UNSAID, "1704150000000", LocalDate.class, "not the start of a day");
    refused(UNSAID, "'2024-01-02 03:04:05'", LocalDate.class, "time of day");
    assertThat(read("'2000-01-01 07:08:09'", LocalTime.class)).isEqualTo(LocalTime.of(7, 8, 9));
    assertThat(read("'07:08:09.0000000'", LocalTime.class)).isEqualTo(LocalTime.of(7, 8, 9));
    refused(UNSAID, "'24:00:00'", LocalTime.class, "'24:00:00' (TEXT)");
    refused(UNSAID, "'2024-01-02 07:08:09'", LocalTime.class, "date");
    assertThat(read("'2024-01-02 03:04:05.5 +02:00'", OffsetDateTime.class))
        .isEqualTo(OffsetDateTime.parse("2024-01-02T03:04:05.5+02:00"));
    assertThat(read("'2024-01-02 03:04:05 +02:00'", Instant.class))
        .isEqualTo(Instant.parse("2024-01-02T01:04:05Z"));
  }

  @Test
  void whatCannotBeStoredWhole_isRefused() {
    for (Object value :
        new Object[] {
          Double.NaN,
          Float.NaN,
          new BigDecimal("12345678901234567.89"),
          new BigDecimal("1e400"),
          new BigDecimal("1e-400"),
          new BigInteger("9223372036854775809"),
          LocalDate.of(10_000, 1, 1),
          OffsetDateTime.MAX,
          LocalDateTime.MIN,
          "half \ud83d",
          "\ude00 half"
        }) {
      assertThatThrownBy(() -> UNSAID.stored(value))
          .as("%s", value)
          .isInstanceOf(UnfitValueException.class);
    }
  }

  @Test
  void decimals_areStoredAsNumbersThatCompareAsTheyDo() throws SQLException {
    for (String digits :
        new String[] {
          "0",
          "-0.00",
          "1.50",
          "19.99",
          "1e18",
          "9223372036854775807",
          "0.30000000000000004",
          "-123456789.123456",
          "1e300",
          "4.9e-324"
        }) {
      BigDecimal decimal = new BigDecimal(digits);
      try (PreparedStatement statement = connection.prepareStatement("select ?")) {
        UNSAID.bind(statement, 1, UNSAID.stored(decimal));
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          assertThat(UNSAID.decimal(result, 1)).as(digits).isEqualByComparingTo(decimal);
        }
      }
    }
  }

  @Test
  void json_isStoredAsSqliteWritesIt() throws SQLException {
    for (String json :
        new String[] {
          "{}",
          " [1 , 2]\n",
          "{\"a b\" :\t\"c \\\" d\"}",
          "\" \\\\\"",
          "[\"\\u0020 \", {\"a\": [ ]}]",
          "null"
        }) {
      try (PreparedStatement statement = connection.prepareStatement("select json(?)")) {
        statement.setString(1, json);
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          assertThat(UNSAID.stored(JSON.json(json))).isEqualTo(result.getString(1));
          assertThat(UNSAID.stored(JSONB.jsonb(json))).isEqualTo(result.getString(1));
        }
      }
    }
  }

  @Test
  void aSettingThatDoesNotExist_isRefused() {
    assertThatThrownBy(() -> SqliteValues.ofUrl("jdbc:sqlite:a.db?date_precision=minutes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seconds or milliseconds");
    assertThat(SqliteValues.ofUrl("jdbc:sqlite:a.db?foreign_keys=on&Date_Precision=SECONDS"))
        .isSameAs(SECONDS);
    assertThat(SqliteValues.ofUrl("jdbc:sqlite:a.db")).isSameAs(UNSAID);
  }
}
