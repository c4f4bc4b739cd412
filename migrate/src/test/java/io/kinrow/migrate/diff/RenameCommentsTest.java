package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.settings.RefusedException;
import org.junit.jupiter.api.Test;

final class RenameCommentsTest {
  private static final Schema OLD =
      Schema.ofSql(
          "CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT, \"e mail\" TEXT);"
              + "CREATE TABLE posts (id INTEGER PRIMARY KEY, body TEXT);");

  private static final String DESIRED =
      """
      CREATE TABLE "people" ( -- kinrow:was users
        id INTEGER PRIMARY KEY, -- the key
        nickname TEXT, -- kinrow:was nick
        email TEXT DEFAULT '-- kinrow:was nothing' --kinrow:was "e mail"
      );
      CREATE TABLE posts (id INTEGER PRIMARY KEY, body TEXT);
      """;

  @Test
  void renames_whatACommentBesideItNames() {
    SchemaDiff diff = SchemaDiff.between(OLD, Schema.ofSql(DESIRED));
    assertThat(diff.differences())
        .extracting(Difference::toString)
        .contains("> table users: to people", "> column people.nick: to nickname")
        .contains("> column people.e mail: to email");
    assertThat(diff.losses()).isEmpty();
    assertThat(diff.migration()).contains("RENAME COLUMN nick TO nickname");
  }

  @Test
  void saysNothing_whenTheOldNamesAreGone_orTheSameIsAskedForToo() {
    Schema desired = Schema.ofSql(DESIRED);
    assertThat(SchemaDiff.between(desired, desired).isEmpty()).isTrue();
    DiffOptions asked =
        DiffOptions.defaults()
            .renameTable("users", "people")
            .renameColumn("people.nick", "nickname");
    assertThat(SchemaDiff.between(OLD, desired, asked).losses()).isEmpty();
  }

  @Test
  void isRefused_whenItStandsBesideNothingOrTwo() {
    assertThatThrownBy(() -> Schema.ofSql("CREATE TABLE t (\n a TEXT,\n -- kinrow:was b\n c TEXT)"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll("SQL:3", "kinrow:was");
    assertThatThrownBy(() -> Schema.ofSql("CREATE TABLE t (\n a TEXT, c TEXT -- kinrow:was b\n)"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> Schema.ofSql("CREATE TABLE t (\n a TEXT -- kinrow:was b c\n)"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> Schema.ofSql("CREATE TABLE t (\n a TEXT -- kinrow:was don't\n)"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("SQL:2");
  }
}
