package io.kinrow.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateTimeRange;
import org.jooq.exception.DataTypeException;
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
    "2461367.5, 2026-11-23T00:00",
    "1795362360, 2026-11-22T15:46",
    "1795362360000, 2026-11-22T15:46",
    "0, 1970-01-01T00:00"
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
        "2026-11-22 15:46:01 CET"
      })
  void otherText_isAnErrorThatShowsIt(String text) {
    assertThatThrownBy(() -> SqliteTime.dateTime(text))
        .isInstanceOf(DataTypeException.class)
        .hasMessageStartingWith("'" + text + "' is not a date and time such as");
  }

  @Test
  void datesAndTimes_areRead() {
    assertThat(SqliteTime.date("2026-11-22")).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(SqliteTime.date("2026-11-22 15:46:01")).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(SqliteTime.time("15:46:01.5")).isEqualTo(LocalTime.parse("15:46:01.5"));
    assertThat(SqliteTime.time("2026-11-22 15:46")).isEqualTo(LocalTime.of(15, 46));
    assertThat(SqliteTime.offsetDateTime("2026-11-22 15:46:01+02:00"))
        .isEqualTo(OffsetDateTime.parse("2026-11-22T15:46:01+02:00"));
    assertThat(SqliteTime.offsetDateTime("2026-11-22 15:46:01"))
        .isEqualTo(OffsetDateTime.parse("2026-11-22T15:46:01Z"));
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
