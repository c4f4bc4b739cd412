package io.kinrow.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas of a small project on SQLite. */
class SchemasTest {

  @TempDir Path folder;

  @BeforeEach
  void project() throws Exception {
    script("V1__users.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT);");
    script("V2__posts.sql", "CREATE TABLE posts (user_id INTEGER REFERENCES users (id));");
    script("V3__mail.sql", "ALTER TABLE users ADD COLUMN email TEXT; DROP TABLE posts;");
    script("R__views.sql", "CREATE VIEW IF NOT EXISTS nicks AS SELECT nick FROM users;");
    Files.writeString(
        folder.resolve("desired.sql"), "CREATE TABLE users (id INTEGER PRIMARY KEY);");
  }

  @Test
  void eachPlace_isDrawn() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("live.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE flyway_schema_history (id INTEGER)");
      statement.execute("CREATE TABLE alive (id INTEGER)");
    }
    try (Schemas schemas = schemas(url)) {
      assertThat(mermaid(schemas.diagram("1"))).contains("Version 1 users", "users {", "nicks");
      assertThat(mermaid(schemas.diagram("2"))).contains("Version 2 posts", "posts {");
      assertThat(mermaid(schemas.diagram("latest")))
          .contains("TEXT email")
          .doesNotContain("posts {");
      assertThat(mermaid(schemas.diagram("desired"))).contains("Desired").doesNotContain("nick");
      assertThat(mermaid(schemas.diagram("live"))).contains("alive {").doesNotContain("flyway");
      assertThat(mermaid(schemas.diagram("none"))).doesNotContain("users");
    }
  }

  @Test
  void history_hasAllVersions_eachPartWithItsOwn() {
    try (Schemas schemas = schemas(null)) {
      String page =
          schemas.history("latest").draw(DiagramFormat.HTML, LayoutOptions.defaults()).text();
      assertThat(page)
          .contains("{\"versions\":[\"1 users\",\"2 posts\",\"3 mail\"]")
          .contains("data-table=\"posts\" data-v=\"1\"")
          .contains("data-table=\"users\" data-v=\"0-2\"")
          .contains("data-column=\"email\" data-v=\"2\"")
          .contains("data-from=\"posts\" data-to=\"users\" data-v=\"1\"");
      String upTo2 = schemas.history("2").draw(DiagramFormat.HTML, LayoutOptions.defaults()).text();
      assertThat(upTo2).contains("[\"1 users\",\"2 posts\"]").doesNotContain("email");
    }
  }

  @Test
  void differenceFromNothing_isAllNew() {
    try (Schemas schemas = schemas(null)) {
      assertThat(mermaid(schemas.difference("none", "1", DiffOptions.defaults())))
          .contains("class users new");
      assertThat(mermaid(schemas.difference("2", "1", DiffOptions.defaults())))
          .contains("class posts gone");
      assertThat(schemas.difference("1", "1", DiffOptions.defaults()))
          .matches(Diagram::isWithoutDifferences);
    }
  }

  @Test
  void unknownPlace_isRefused() {
    try (Schemas schemas = schemas(null)) {
      assertThatThrownBy(() -> schemas.diagram("9"))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("no migration with version 9; the versions are 1, 2, 3");
      assertThatThrownBy(() -> schemas.diagram("nine"))
          .hasMessageContaining("\"nine\" is not a version: write 7, 7.1, latest or none");
      assertThatThrownBy(() -> schemas.diagram("live"))
          .hasMessageContaining("There is no database to draw");
    }
  }

  @Test
  void databaseOfAnotherKind_isRefused() {
    assertThatThrownBy(() -> schemas("jdbc:mariadb://localhost/shop"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("only SQLite (jdbc:sqlite:…) and PostgreSQL (jdbc:postgresql:…)");
    assertThatThrownBy(() -> schemas("jdbc:sqlite:" + folder.resolve("no.db")).diagram("live"))
        .hasMessageContaining("There is no database");
  }

  @Test
  void missingOrBrokenDesiredSchema_isRefused() throws Exception {
    Files.writeString(
        folder.resolve("desired.sql"), "CREATE TABLE a (id INTEGER);\nCREATE TABEL b;");
    try (Schemas schemas = schemas(null)) {
      assertThatThrownBy(() -> schemas.diagram("desired")).hasMessageContaining("desired.sql:2");
    }
    Files.delete(folder.resolve("desired.sql"));
    try (Schemas schemas = schemas(null)) {
      assertThatThrownBy(() -> schemas.diagram("desired")).hasMessageContaining("There is no file");
    }
  }

  @Test
  void difference_isNoDbml() {
    try (Schemas schemas = schemas(null)) {
      Diagram difference = schemas.difference("1", "2", DiffOptions.defaults());
      assertThatThrownBy(() -> difference.draw(DiagramFormat.DBML, LayoutOptions.defaults()))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("draw it as SVG, HTML or Mermaid");
    }
  }

  @Test
  void fileOfAnotherKind_isRefused() {
    assertThat(DiagramFormat.of(Path.of("a.SVG"))).isEqualTo(DiagramFormat.SVG);
    assertThat(DiagramFormat.of(Path.of("a.mermaid"))).isEqualTo(DiagramFormat.MERMAID);
    assertThatThrownBy(() -> DiagramFormat.of(Path.of("schema.png")))
        .hasMessageContaining(
            "schema.png has no extension of a picture. Name it ….svg, ….html, ….mmd, ….dbml, ….xml");
  }

  @Test
  void longMermaid_hasFewerColumns_andSaysSo() throws Exception {
    StringBuilder sql = new StringBuilder();
    for (int table = 0; table < 90; table++) {
      sql.append("CREATE TABLE a_table_with_a_name_")
          .append(table)
          .append(" (id INTEGER PRIMARY KEY");
      for (int column = 0; column < 20; column++) {
        sql.append(", a_column_with_a_name_").append(column).append(" TEXT NOT NULL");
      }
      sql.append(");\n");
    }
    Files.writeString(folder.resolve("desired.sql"), sql);
    try (Schemas schemas = schemas(null)) {
      Drawing drawing =
          schemas.diagram("desired").draw(DiagramFormat.MERMAID, LayoutOptions.defaults());
      assertThat(drawing.warnings())
          .containsExactly(
              "Mermaid draws at most 50,000 characters, so only columns in keys are in the text");
      assertThat(drawing.text()).hasSizeLessThan(50_000).contains("INTEGER id PK");
    }
  }

  private Schemas schemas(@Nullable String url) {
    Schemas schemas =
        Schemas.onSqlite(
            FlywaySettings.defaults().locations("filesystem:" + folder.resolve("migration")),
            folder.resolve("desired.sql"));
    return url == null ? schemas : schemas.withLive(url, "", "");
  }

  private static String mermaid(Diagram diagram) {
    return diagram.draw(DiagramFormat.MERMAID, LayoutOptions.defaults()).text();
  }

  private void script(String name, String sql) throws Exception {
    Files.createDirectories(folder.resolve("migration"));
    Files.writeString(folder.resolve("migration").resolve(name), sql);
  }
}
