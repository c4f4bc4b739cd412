package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.maven.fixture.Artifacts;
import io.kinrow.maven.postgres.EmbeddedServer;
import io.kinrow.maven.postgres.Postgres;
import io.kinrow.maven.postgres.PostgresVersion;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of the user's, in {@code <scratchUrl>}, that is not as it should be. */
class OtherDatabaseTest {

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void write() throws Exception {
    project =
        new Project(folder.resolve("project"))
            .migration("V1__users.sql", "create table users (id int primary key);");
  }

  private EmbeddedServer start(PostgresVersion version) {
    return new Postgres(version, Artifacts.BINARIES, folder.resolve("postgres.log"))
        .start(folder.resolve("data"));
  }

  private static int tables(EmbeddedServer server) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_class where relkind = 'r' and oid >= 16384")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void isRefused_whenNobodyListens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String url = "jdbc:postgresql://localhost:" + port + "/scratch";
    assertThatThrownBy(() -> project.scratch(url).generate())
        .isInstanceOf(GenerationException.class)
        .hasMessageContainingAll(
            "Kinrow: the scratch database " + url + " cannot be used: ",
            "Connection to localhost:" + port + " refused",
            "Start its server, or correct <scratchUrl>, <scratchUser> and <scratchPassword>")
        .hasMessageNotContaining("---");
    assertThat(project.output()).doesNotExist();
  }

  @Test
  void isRefused_whenThePasswordIsWrong_orTheDatabaseDoesNotExist() {
    try (EmbeddedServer server = start(PostgresVersion.of(null))) {
      assertThatThrownBy(() -> project.scratch(server.url(), "postgres", "wrong").generate())
          .isInstanceOf(GenerationException.class)
          .hasMessageContainingAll(
              "password authentication failed for user \"postgres\"", "<scratchPassword>");
      String nosuch = server.url().replace("/postgres", "/nosuch");
      assertThatThrownBy(() -> project.scratch(nosuch, server.user(), server.password()).generate())
          .isInstanceOf(GenerationException.class)
          .hasMessageContainingAll("database \"nosuch\" does not exist", "<scratchUrl>");
    }
  }

  @Test
  void isLeftAsItWas_whenItIsInUse() throws Exception {
    try (EmbeddedServer server = start(PostgresVersion.of(null))) {
      try (Connection connection =
              DriverManager.getConnection(server.url(), server.user(), server.password());
          Statement statement = connection.createStatement()) {
        statement.execute("create table precious (id int primary key)");
      }
      project.scratch(server.url(), server.user(), server.password());
      assertThatThrownBy(project::generate)
          .isInstanceOf(GenerationException.class)
          .hasMessageContaining("is not empty and was left as it is");
      assertThat(tables(server)).isEqualTo(1);
    }
  }

  @Test
  void isEmptiedAgain_alsoWhenAMigrationFails() throws Exception {
    try (EmbeddedServer server = start(PostgresVersion.of(null))) {
      project.scratch(server.url(), server.user(), server.password());
      assertThat(project.generate()).startsWith("generated");
      assertThat(tables(server)).isZero();
      project.migration("V2__bad.sql", "create tabel x;");
      assertThatThrownBy(project::generate).hasMessageContaining("V2__bad.sql, line 1");
      assertThat(tables(server)).isZero();
    }
  }

  @Test
  void isRefused_whenItsServerIsTooOld() throws Exception {
    PostgresVersion old = new PostgresVersion(13, System.getProperty("postgres13.version"));
    Files.createDirectories(folder);
    try (EmbeddedServer server = start(old)) {
      project.scratch(server.url(), server.user(), server.password());
      assertThatThrownBy(project::generate)
          .isInstanceOf(GenerationException.class)
          .hasMessage(
              "Kinrow: the scratch database is on PostgreSQL 13, which is too old:"
                  + " set <scratchUrl> to a server of version 14 or later");
      assertThat(tables(server)).isZero();
    }
  }
}
