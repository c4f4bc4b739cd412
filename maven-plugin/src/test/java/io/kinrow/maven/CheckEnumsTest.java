package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jooq.meta.jaxb.ForcedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Enums of CHECK constraints, through every path: the folder {@code enums} has a schema for each
 * engine and a program {@code Check}.
 */
class CheckEnumsTest {

  private static final Path ENUMS = Path.of("src/test/resources/enums");
  private static final String USERS =
      "create table users (id integer primary key, role text not null check (role in ('admin', 'writer')));";
  private static final String ENUM = "app/db/enums/UserRole.java";

  @TempDir private Path folder;

  @Test
  void enums_goThroughEveryPath_onSqlite() throws Exception {
    program(project("sqlite")).run(ENUMS.resolve("Check.java"));
  }

  @Test
  void enums_goThroughEveryPath_onPostgres() throws Exception {
    Project project = project("postgresql").scratch(PostgresServer.freshDatabase("enums-scratch"));
    Program program = program(project);
    String url = PostgresServer.freshDatabase("enums");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + ENUMS.resolve("postgresql").toAbsolutePath())
        .load()
        .migrate();
    program.run(ENUMS.resolve("Check.java"), url);
  }

  private Project project(String engine) throws Exception {
    return new Project(folder)
        .migrations(ENUMS.resolve(engine).toAbsolutePath().toString())
        .source("app/Declared.java", Files.readString(ENUMS.resolve("app/Declared.java")));
  }

  private Program program(Project project) throws Exception {
    return new Program(folder, project).with(ENUMS.resolve("app")).build();
  }

  @Test
  void enumFollowsTheConstraint_whenAMigrationAddsALiteral() throws Exception {
    Project project = new Project(folder).migration("V1__users.sql", USERS);
    project.generate();
    assertThat(project.files().get(ENUM)).contains("writer").doesNotContain("guest");
    project
        .migration(
            "V2__guests.sql", "drop table users; " + USERS.replace("'writer'", "'writer', 'guest'"))
        .generate();
    assertThat(project.files().get(ENUM)).contains("guest");
  }

  @Test
  void columnStaysText_whenItIsLeftOut() throws Exception {
    Project project = new Project(folder).migration("V1__users.sql", USERS);
    project.generate();
    assertThat(project.files()).containsKey(ENUM);
    project.checkEnums(false, "").generate();
    assertThat(project.files()).doesNotContainKey(ENUM);
    project.checkEnums(true, "users\\.role").generate();
    assertThat(project.files()).doesNotContainKey(ENUM);
    assertThatThrownBy(() -> project.checkEnums(true, "(").generate())
        .hasMessageContaining("<checkEnumExcludes> is not a regular expression");
  }

  @Test
  void forcedTypeOfTheUserWins() throws Exception {
    Project project =
        new Project(folder)
            .migration("V1__users.sql", USERS)
            .forcedTypes(new ForcedType().withName("CLOB").withIncludeExpression(".*\\.role"));
    project.generate();
    assertThat(project.files()).doesNotContainKey(ENUM);
  }

  @Test
  void enumTakesTheUsersNames() throws Exception {
    Project project =
        new Project(folder)
            .migration("V1__users.sql", USERS)
            .names("users = Account\nusers.role = duty");
    project.generate();
    assertThat(project.files()).containsKey("app/db/enums/AccountDuty.java");
  }
}
