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
import java.time.OffsetTime;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.types.ULong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written comes back, on H2. */
class StandardValuesTest {

  private static final StandardValues VALUES = StandardValues.INSTANCE;

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private interface Get<T> {
    T from(ResultSet result, int position) throws SQLException;
  }

  /** A value that is bound to a column of a type, and read. */
  private <T> T back(String type, @Nullable Object value, Get<T> get) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select cast(? as " + type + ")")) {
      VALUES.bind(statement, 1, VALUES.stored(value));
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return get.from(result, 1);
      }
    }
  }

  private static Get<@Nullable Object> as(Class<?> type) {
    return (result, position) -> VALUES.read(result, position, type);
  }

  @Test
  void numbers() throws SQLException {
    assertThat(back("bigint", Long.MIN_VALUE, VALUES::longAt)).isEqualTo(Long.MIN_VALUE);
    assertThat(back("int", Integer.MAX_VALUE, VALUES::intAt)).isEqualTo(Integer.MAX_VALUE);
    assertThat(back("smallint", (short) -7, VALUES::shortAt)).isEqualTo((short) -7);
    assertThat(back("tinyint", (byte) 7, VALUES::byteAt)).isEqualTo((byte) 7);
    assertThat(back("double precision", 0.1, VALUES::doubleAt)).isEqualTo(0.1);
    assertThat(back("real", 0.1f, VALUES::floatAt)).isEqualTo(0.1f);
    assertThat(back("boolean", true, VALUES::booleanAt)).isTrue();
    assertThat(back("numeric(20, 3)", new BigDecimal("1.200"), VALUES::decimal))
        .isEqualTo(new BigDecimal("1.200"));
    BigInteger large = new BigInteger("12345678901234567890");
    assertThat(back("numeric(20)", large, as(BigInteger.class))).isEqualTo(large);
    assertThat(back("numeric(20)", ULong.valueOf(large), as(BigInteger.class))).isEqualTo(large);
  }

  @Test
  void textsBytesAndOthers() throws SQLException {
    assertThat(back("varchar", "é\ud83d\ude00\0", VALUES::string)).isEqualTo("é\ud83d\ude00\0");
    assertThat(back("varbinary", new byte[] {0, -1}, VALUES::bytes)).containsExactly(0, -1);
    UUID uuid = UUID.randomUUID();
    assertThat(back("uuid", uuid, as(UUID.class))).isEqualTo(uuid);
    assertThat(back("varchar", JSON.json("[1]"), VALUES::string)).isEqualTo("[1]");
    assertThat(back("varchar", JSONB.jsonb("[1]"), VALUES::string)).isEqualTo("[1]");
  }

  @Test
  void halfOfASurrogatePair_isRefused() {
    assertThatThrownBy(() -> VALUES.stored("a\ud83d")).isInstanceOf(UnfitValueException.class);
  }

  @Test
  void times() throws SQLException {
    LocalDateTime dateTime = LocalDateTime.of(1999, 12, 31, 23, 59, 59, 123_456_000);
    assertThat(back("timestamp(6)", dateTime, VALUES::dateTime)).isEqualTo(dateTime);
    LocalDate date = LocalDate.of(1582, 10, 10);
    assertThat(back("date", date, VALUES::date)).isEqualTo(date);
    LocalTime time = LocalTime.of(23, 59, 59);
    assertThat(back("time", time, VALUES::time)).isEqualTo(time);
    OffsetDateTime offset = OffsetDateTime.parse("2020-02-29T12:00:00.5+05:30");
    assertThat(back("timestamp(6) with time zone", offset, VALUES::offsetDateTime))
        .isEqualTo(offset);
    Instant instant = offset.toInstant();
    assertThat(back("timestamp(6) with time zone", instant, as(Instant.class))).isEqualTo(instant);
    OffsetTime offsetTime = OffsetTime.parse("12:00:00+05:30");
    assertThat(back("time with time zone", offsetTime, as(OffsetTime.class))).isEqualTo(offsetTime);
  }

  @Test
  void nullIsNull() throws SQLException {
    assertThat(this.<@Nullable Long>back("bigint", null, VALUES::longOrNull)).isNull();
    assertThat(this.<@Nullable Integer>back("int", null, VALUES::intOrNull)).isNull();
    assertThat(this.<@Nullable Short>back("smallint", null, VALUES::shortOrNull)).isNull();
    assertThat(this.<@Nullable Byte>back("tinyint", null, VALUES::byteOrNull)).isNull();
    assertThat(this.<@Nullable Double>back("real", null, VALUES::doubleOrNull)).isNull();
    assertThat(this.<@Nullable Float>back("real", null, VALUES::floatOrNull)).isNull();
    assertThat(this.<@Nullable Boolean>back("boolean", null, VALUES::booleanOrNull)).isNull();
    assertThat(this.<@Nullable String>back("varchar", null, VALUES::sortValue)).isNull();
    assertThat(back("numeric", null, as(BigInteger.class))).isNull();
    assertThat(back("timestamp with time zone", null, as(Instant.class))).isNull();
  }

  @Test
  void zeroIsNotNull() throws SQLException {
    assertThat(back("bigint", 0L, VALUES::longAt)).isZero();
    assertThat(back("bigint", 0L, VALUES::longOrNull)).isZero();
    assertThat(back("int", 0, VALUES::intOrNull)).isZero();
    assertThat(back("real", 0f, VALUES::floatOrNull)).isZero();
    assertThat(back("boolean", false, VALUES::booleanOrNull)).isFalse();
    assertThat(back("boolean", false, VALUES::booleanAt)).isFalse();
  }

  @Test
  void nullInAColumnThatIsNotNull_isRefused() {
    assertThatThrownBy(() -> back("bigint", null, VALUES::longAt))
        .isInstanceOf(UnfitValueException.class);
    assertThatThrownBy(() -> back("int", null, VALUES::intAt))
        .isInstanceOf(UnfitValueException.class);
    assertThatThrownBy(() -> back("smallint", null, VALUES::shortAt))
        .isInstanceOf(UnfitValueException.class);
    assertThatThrownBy(() -> back("tinyint", null, VALUES::byteAt))
        .isInstanceOf(UnfitValueException.class);
    assertThatThrownBy(() -> back("real", null, VALUES::floatAt))
        .isInstanceOf(UnfitValueException.class);
    assertThatThrownBy(() -> back("real", null, VALUES::doubleAt))
        .isInstanceOf(UnfitValueException.class);
    assertThatThrownBy(() -> back("boolean", null, VALUES::booleanAt))
        .isInstanceOf(UnfitValueException.class);
  }

  @Test
  void sortValues_tellBytesFromTexts() throws SQLException {
    assertThat(back("varbinary", new byte[] {10, -1}, VALUES::sortValue)).isEqualTo("b0aff");
    assertThat(back("varchar", "0aff", VALUES::sortValue)).isEqualTo("t0aff");
    assertThat(back("bigint", 5L, VALUES::sortValue)).isEqualTo("t5");
  }
}
