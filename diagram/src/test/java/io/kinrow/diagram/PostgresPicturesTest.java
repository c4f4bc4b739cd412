package io.kinrow.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.read.ErSource;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of schemas on a real PostgreSQL; {@code -Dbless=true} rewrites what is expected. */
class PostgresPicturesTest {

  private static final Path CASES = Path.of("src/test/resources/postgres");
  private static final FlywaySettings SETTINGS =
      FlywaySettings.defaults().locations("filesystem:" + CASES.resolve("migration"));
  private static final Path DESIRED = CASES.resolve("desired");

  private static EmbeddedPostgres server;
  private static String url;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    url = server.getJdbcUrl("postgres", "postgres");
    SETTINGS.on(url, "postgres", "postgres").load().migrate();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void schema_isDrawnByteForByte_whereverItComesFrom() throws Exception {
    try (Schemas schemas = schemas(DESIRED)) {
      Diagram migrated = schemas.diagram("latest");
      for (DiagramFormat format :
          List.of(
              DiagramFormat.SVG,
              DiagramFormat.MERMAID,
              DiagramFormat.DBML,
              DiagramFormat.DESIGNER)) {
        String drawn = migrated.draw(format, LayoutOptions.defaults()).text();
        Path expected = CASES.resolve("out." + format.extension());
        if (Boolean.getBoolean("bless")) {
          Files.writeString(expected, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(expected));
        for (String other : List.of("desired", "live")) {
          String same = schemas.diagram(other).draw(format, LayoutOptions.defaults()).text();
          String title = other.equals("live") ? "Database" : "Desired schema";
          assertThat(same).isEqualTo(drawn.replace("Version 2 lines", title));
        }
      }
    }
    assertThat(databases()).containsExactly("postgres");
  }

  @Test
  void eachVersion_isInTheHistory() {
    try (ErSource source = ErSource.postgres(url, "postgres", "postgres")) {
      var history = source.history(SETTINGS, "latest");
      assertThat(history).extracting(v -> v.toString()).containsExactly("1 shop", "2 lines");
      assertThat(history.get(0).model()).isEqualTo(source.migrated(SETTINGS, "1").model());
      assertThat(history.get(1).model()).isEqualTo(source.migrated(SETTINGS, "latest").model());
      assertThat(history.get(0).model().tables()).hasSize(2);
    }
  }

  @Test
  void difference_isDrawn() {
    try (Schemas schemas = schemas(DESIRED)) {
      String drawn =
          schemas
              .difference("1", "live", DiffOptions.defaults())
              .draw(DiagramFormat.MERMAID, LayoutOptions.defaults())
              .text();
      assertThat(drawn)
          .contains("class events new", "class customers changed")
          .contains("bigint referred_by FK, UK \"+ new, null\"");
      assertThat(schemas.difference("live", "desired", DiffOptions.defaults()))
          .matches(Diagram::isWithoutDifferences);
    }
  }

  @Test
  void otherSearchPath_givesTheSame() {
    String odd = url + (url.contains("?") ? "&" : "?") + "currentSchema=sales";
    try (Schemas schemas = schemas(DESIRED);
        Schemas other = schemas(DESIRED).withLive(odd, "postgres", "postgres")) {
      assertThat(other.diagram("live").draw(DiagramFormat.SVG, LayoutOptions.defaults()))
          .isEqualTo(schemas.diagram("live").draw(DiagramFormat.SVG, LayoutOptions.defaults()));
    }
  }

  /** Later scripts run in the session in which the schema is read after each script. */
  @Test
  void searchPathOfAMigration_isLeftAsItWas(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("V1__path.sql"), "CREATE SCHEMA a; SET search_path = a;");
    Files.writeString(folder.resolve("V2__table.sql"), "CREATE TABLE t (path text);");
    FlywaySettings settings = FlywaySettings.defaults().locations("filesystem:" + folder);
    try (ErSource source = ErSource.postgres(url, "postgres", "postgres")) {
      assertThat(source.history(settings, "latest").get(1).model())
          .isEqualTo(source.migrated(settings, "latest").model());
    }
  }

  @Test
  void desiredSchemaWithAnError_isRefusedWithItsFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("desired.sql"), "CREATE TABLE a (b nonsense);");
    try (Schemas schemas = schemas(file)) {
      assertThatThrownBy(() -> schemas.diagram("desired"))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("desired.sql: ERROR: type \"nonsense\" does not exist");
    }
    assertThat(databases()).containsExactly("postgres");
  }

  private static Schemas schemas(Path desired) {
    return Schemas.onPostgres(SETTINGS, desired, url, "postgres", "postgres")
        .withLive(url, "postgres", "postgres");
  }

  private static List<String> databases() throws Exception {
    List<String> names = new ArrayList<>();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT datname FROM pg_database WHERE NOT datistemplate")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
