package io.kinrow.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;

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

class JsonTest {

  @Test
  void keys_becomeAnArray() {
    assertThat(Json.array(List.of(1L, 2L))).isEqualTo("[1,2]");
    assertThat(Json.array(List.of("a\"b\\c\n"))).isEqualTo("[\"a\\\"b\\\\c\\u000a\"]");
    assertThat(Json.array(List.of(List.of(1L, "x"), List.of(2L, "y"))))
        .isEqualTo("[[1,\"x\"],[2,\"y\"]]");
    assertThat(Json.array(List.of())).isEqualTo("[]");
  }

  @Property(tries = 200)
  void sqlite_readsTheSameTextBack(@ForAll List<String> values) throws SQLException {
    List<String> keys =
        values.stream().map(text -> text.replaceAll("[\\ud800-\\udfff\\x00]", "?")).toList();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement statement =
            connection.prepareStatement("select value from json_each(?)")) {
      statement.setString(1, Json.array(keys));
      List<String> read = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          read.add(result.getString(1));
        }
      }
      assertThat(read).isEqualTo(keys);
    }
  }
}
