package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.RefusedException;
import org.junit.jupiter.api.Test;

final class OptionCheckTest {

  private static final Schema OLD =
      Schema.ofSql("CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT, mail TEXT)");
  private static final Schema NEW =
      Schema.ofSql("CREATE TABLE users (id INTEGER PRIMARY KEY, nickname TEXT, mail TEXT)");
  private static final DiffOptions NONE = DiffOptions.defaults();

  @Test
  void renameOfWhatDoesNotExist_isRefusedWithAGuess() {
    refused(
        NONE.renameColumn("users.nik", "nickname"), "users has no column nik; did you mean nick?");
    refused(
        NONE.renameColumn("users.nick", "nicknam"), "no column nicknam; did you mean nickname?");
    refused(NONE.renameColumn("user.nick", "nickname"), "no table user; did you mean users?");
    refused(NONE.renameTable("users", "members"), "the desired schema has no table members");
  }

  @Test
  void renameOfWhatStays_isRefused() {
    refused(NONE.renameColumn("users.mail", "nickname"), "still has a column mail");
  }

  @Test
  void fillThatDoesNothing_isRefused() {
    refused(NONE.fill("users.mail", "''"), "--fill users.mail has no effect");
    refused(NONE.fill("users.nicknam", "''"), "did you mean nickname?");
    refused(NONE.fill("posts.body", "''"), "the desired schema has no table posts");
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    DiffOptions options = NONE.fill("users.mail", "''").renameColumn("users.nik", "nickname");
    assertThatThrownBy(() -> SchemaDiff.between(OLD, NEW, options))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  @Test
  void columnWithoutTable_isRefused() {
    assertThatThrownBy(() -> NONE.fill("language", "'en'"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write table.column");
  }

  @Test
  void fillThatSqliteCannotRead_isRefused() {
    Schema more =
        Schema.ofSql(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT, mail TEXT, age INT NOT NULL)");
    assertThatThrownBy(() -> SchemaDiff.between(OLD, more, NONE.fill("users.age", "nonsense + 1")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("nonsense");
    assertThatThrownBy(() -> SchemaDiff.between(OLD, more, NONE.fill("users.age", "en")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no such column: en")
        .hasMessageEndingWith("A text needs quotes: 'en'");
  }

  private static void refused(DiffOptions options, String message) {
    assertThatThrownBy(() -> SchemaDiff.between(OLD, NEW, options))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }
}
