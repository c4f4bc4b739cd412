package io.kinrow.runtime.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SqliteJsonTest {

  @Test
  void keys_becomeAnArray() {
    assertThat(SqliteJson.array(List.of(1L, 2L))).isEqualTo("[1,2]");
    assertThat(SqliteJson.array(List.of("a\"b\\c\n"))).isEqualTo("[\"a\\\"b\\\\c\\u000a\"]");
    assertThat(SqliteJson.array(List.of(List.of(1L, "x"), List.of(2L, "y"))))
        .isEqualTo("[[1,\"x\"],[2,\"y\"]]");
    assertThat(SqliteJson.array(List.of())).isEqualTo("[]");
  }

  @Property(tries = 200)
  void sqlite_readsTheSameTextBack(@ForAll List<String> values) throws SQLException {
    List<String> keys =
        values.stream().map(text -> text.replaceAll("[\\ud800-\\udfff\\x00]", "?")).toList();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement statement =
            connection.prepareStatement("select value from json_each(?)")) {
      statement.setString(1, SqliteJson.array(keys));
      List<String> read = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          read.add(result.getString(1));
        }
      }
      assertThat(read).isEqualTo(keys);
    }
  }

  @Test
  void textsOfEveryCharacter_equalTheSameTextBoundAlone() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from json_each(?1) where value = ?2"
                    + " union all select count(*) from json_each(?3) where value ->> 1 = ?2")) {
      for (int c = 0; c <= 0xffff; c++) {
        String text = "a" + (char) c + "b";
        if (Character.isSurrogate((char) c)) {
          assertThatThrownBy(() -> SqliteJson.array(List.of(text)))
              .isInstanceOf(UnfitValueException.class);
          continue;
        }
        statement.setString(1, SqliteJson.array(List.of(text)));
        statement.setString(2, text);
        statement.setString(3, SqliteJson.array(List.of(List.of(1L, text))));
        try (ResultSet result = statement.executeQuery()) {
          for (int row = 0; row < 2; row++) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).as("character %x", c).isEqualTo(1);
          }
        }
      }
    }
  }
}
