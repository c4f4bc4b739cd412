package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds on PostgreSQL that end as builds should not. */
class KilledBuildTest {

  private static final String TAGS = "create table tags (id int primary key);";

  @TempDir private Path folder;
  private Project project;
  private Process build;
  private Connection connection;

  @BeforeEach
  void generate() throws Exception {
    project = new Project(folder).engine("postgresql").migration("V1__mark.sql", Project.MARK);
    project.generate();
  }

  @AfterEach
  void end() throws SQLException {
    if (connection != null) {
      connection.close();
    }
    if (build != null) {
      build.destroyForcibly();
    }
  }

  private void start() throws IOException {
    build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                GenerateMain.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
  }

  private Path data() {
    return project.work().resolve("postgres");
  }

  /** Tried until it is true; the server may not be there yet. */
  private void await(Callable<Boolean> condition) throws Exception {
    while (true) {
      assertThat(build.isAlive()).isTrue();
      try {
        if (condition.call()) {
          return;
        }
      } catch (SQLException | IOException | IndexOutOfBoundsException e) {
        Thread.sleep(10);
      }
    }
  }

  private Connection connect() throws IOException, SQLException {
    List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + lines.get(3) + "/postgres",
        "postgres",
        Files.readString(data().resolve("kinrow-password")));
  }

  private boolean isTrue(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select " + question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void assertGoesOnFromTheLastWholeRun() throws Exception {
    List<String> before = project.marks();
    project.migration("V2__tags.sql", TAGS);
    assertThat(project.generate()).startsWith("generated");
    assertThat(project.marks()).hasSize(1).isEqualTo(before);
    assertThat(project.files()).containsKey("app/db/tables/Tags.java");
    assertThat(data()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesNothingRunning_whenABuildIsEndedInTheMiddleOfAMigration(boolean isKilled)
      throws Exception {
    project.migration("V2__tags.sql", TAGS + " select pg_sleep(600);");
    start();
    watch("state = 'active' and query like '%pg_sleep(600)%'");
    assertThat(Processes.in(data())).isNotEmpty();
    if (isKilled) {
      build.destroyForcibly();
    } else {
      build.destroy();
    }
    build.waitFor();

    assertThat(Processes.stayingIn(folder)).isEmpty();
    assertGoesOnFromTheLastWholeRun();
  }

  @Test
  void leavesNothingRunning_whenABuildIsKilledBetweenMigratingAndGenerating() throws Exception {
    project.migration("V2__tags.sql", TAGS);
    start();
    watch("query like '%flyway_schema_history%'");
    await(
        () -> isTrue("exists (select from flyway_schema_history where version = '2' and success)"));
    connection.setAutoCommit(false);
    connection.createStatement().execute("lock table pg_namespace");
    build.destroyForcibly().waitFor();

    assertThat(Processes.stayingIn(folder)).isEmpty();
    assertThat(project.files()).doesNotContainKey("app/db/tables/Tags.java");
    assertGoesOnFromTheLastWholeRun();
  }

  @Test
  void leavesNothingRunning_whenABuildIsKilledAsTheServerStarts() throws Exception {
    project.migration("V2__tags.sql", TAGS);
    for (String file : List.of("PG_VERSION", "postmaster.pid")) {
      start();
      await(() -> Files.exists(data().resolve(file)));
      build.destroyForcibly().waitFor();
      assertThat(Processes.stayingIn(folder)).as(file).isEmpty();
    }
    assertGoesOnFromTheLastWholeRun();
  }

  /** Until the build's server does this. */
  private void watch(String activity) throws Exception {
    await(
        () -> {
          if (connection == null) {
            connection = connect();
          }
          return isTrue(
              "exists (select from pg_stat_activity where pid <> pg_backend_pid() and "
                  + activity
                  + ")");
        });
  }
}
