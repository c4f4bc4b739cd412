package io.kinrow.runtime.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateTimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTimeTest {

  /** The forms of sqlite.org/lang_datefunc.html, and those that drivers write. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-22T00:00",
    "2026-11-22 15:46, 2026-11-22T15:46",
    "2026-11-22 15:46:01, 2026-11-22T15:46:01",
    "2026-11-22 15:46:01.5, 2026-11-22T15:46:01.5",
    "2026-11-22 15:46:01.123456789, 2026-11-22T15:46:01.123456789",
    "2026-11-22T15:46, 2026-11-22T15:46",
    "2026-11-22T15:46:01, 2026-11-22T15:46:01",
    "2026-11-22T15:46:01.25Z, 2026-11-22T15:46:01.25",
    "2026-11-22 15:46:01+02:00, 2026-11-22T13:46:01",
    "2026-11-22 15:46:01-01:30, 2026-11-22T17:16:01",
    "15:46, 2000-01-01T15:46",
    "15:46:01.5, 2000-01-01T15:46:01.5",
    "2026-11-22 15:46:01 +02:00, 2026-11-22T13:46:01",
    "2026-11-22T15:46:01z, 2026-11-22T15:46:01",
    "2026-11-22t15:46:01 Z, 2026-11-22T15:46:01",
    "2026-11-22  15:46, 2026-11-22T15:46",
    "2026-11-22 15:46:01+0200, 2026-11-22T13:46:01",
    "2026-11-22 15:46:01+02, 2026-11-22T13:46:01",
    "2026-11-22 15:46:01 UTC, 2026-11-22T15:46:01",
    "2026-11-22 15:46:01.5 +0200 CEST, 2026-11-22T13:46:01.5",
    "2026-11-22 15:46:01 +0000 UTC, 2026-11-22T15:46:01",
    "2026-11-22 15:46:01.1234567, 2026-11-22T15:46:01.1234567",
    "2026-11-22 15:46:01.12345678900, 2026-11-22T15:46:01.123456789",
    "'2026-11-22 15:46:01,25', 2026-11-22T15:46:01.25",
    "2026-11-22 24:00:00, 2026-11-23T00:00",
    "2026-11-22T24:00, 2026-11-23T00:00",
    "2026-11-22 00:30+02:00, 2026-11-21T22:30",
    "20261122, 2026-11-22T00:00"
  })
  void dateTime_isRead(String text, LocalDateTime expected) {
    assertThat(SqliteTime.dateTime(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-13-01",
        "2026-11-22 25:00",
        "2026-11-22x15:46",
        "2026-11-22 15:46:",
        "2026-11-22 15:46:01.",
        "2026/11/22",
        "2026-11-22 15:46:01 CET",
        "2026-11-22 24:00:01",
        "2026-11-22 24:30",
        "2026-11-22 15:46:60",
        "2026-11-22 15:46:01.1234567891",
        "2026-11-22 15:46:01+99:00",
        "2026-11-22 15:46:01+",
        "2026-11-22T",
        "2026-02-30",
        "20261322",
        "2026-11-22 15:46:01+02:00:00:00",
        "2026-11-22 15:46:01 +0200 (summer)"
      })
  void otherText_isRefused(String text) {
    assertThatThrownBy(() -> SqliteTime.dateTime(text))
        .isInstanceOfAny(DateTimeException.class, IndexOutOfBoundsException.class);
  }

  @Test
  void datesAndTimes_areRead() {
    assertThat(SqliteTime.date("2026-11-22")).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(SqliteTime.date("2026-11-22 00:00:00")).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(SqliteTime.time("15:46:01.5")).isEqualTo(LocalTime.parse("15:46:01.5"));
    assertThat(SqliteTime.time("2000-01-01 15:46")).isEqualTo(LocalTime.of(15, 46));
    assertThat(SqliteTime.offsetDateTime("2026-11-22 15:46:01+02:00"))
        .isEqualTo(OffsetDateTime.parse("2026-11-22T15:46:01+02:00"));
    assertThat(SqliteTime.offsetDateTime("2026-11-22 15:46:01"))
        .isEqualTo(OffsetDateTime.parse("2026-11-22T15:46:01Z"));
  }

  @Test
  void whatWouldLoseADateOrATime_isRefused() {
    assertThatThrownBy(() -> SqliteTime.date("2026-11-22 15:46:01"))
        .hasMessageContaining("time of day");
    assertThatThrownBy(() -> SqliteTime.time("2026-11-22 15:46")).hasMessageContaining("date");
    assertThatThrownBy(() -> SqliteTime.time("24:00")).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> SqliteTime.time("15:46:01+02:00"))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void yearsThatSqliteDoesNotHave_areNotWritten() {
    assertThatThrownBy(() -> SqliteTime.text(LocalDate.of(10_000, 1, 1)))
        .hasMessageContaining("0 to 9999");
    assertThatThrownBy(() -> SqliteTime.text(LocalDateTime.of(-1, 1, 1, 0, 0)))
        .hasMessageContaining("0 to 9999");
    assertThat(SqliteTime.text(LocalDate.of(0, 1, 1))).isEqualTo("0000-01-01");
  }

  @Property(tries = 200)
  void textOrder_isTimeOrder(
      @ForAll @DateTimeRange(min = "0001-01-01T00:00:00", max = "9999-12-27T23:59:59")
          LocalDateTime one,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanos,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
    OffsetDateTime first = one.plusDays(1).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
    OffsetDateTime second = one.plusDays(1).plusNanos(nanos).atOffset(ZoneOffset.UTC);
    assertThat(Integer.signum(SqliteTime.text(first).compareTo(SqliteTime.text(second))))
        .isEqualTo(Integer.signum(first.toInstant().compareTo(second.toInstant())));
  }

  @Property(tries = 200)
  void written_isReadBack_andIsWhatSqliteTakesForTheSame(
      @ForAll @DateTimeRange(min = "1900-01-01T00:00:00", max = "9999-12-31T23:59:59")
          LocalDateTime time) {
    assertThat(SqliteTime.dateTime(SqliteTime.text(time))).isEqualTo(time);
  }

  @Test
  void written_hasTheFormOfCurrentTimestamp() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement();
        ResultSet now = statement.executeQuery("select current_timestamp")) {
      String text = now.getString(1);
      assertThat(SqliteTime.text(SqliteTime.dateTime(text))).isEqualTo(text);
    }
    assertThat(SqliteTime.text(LocalDateTime.parse("2026-11-22T15:46:01.12")))
        .isEqualTo("2026-11-22 15:46:01.120");
  }
}
