package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptDatabaseTest {

  private static final String TAGS = "create table tags (id integer primary key, name text);";

  @TempDir private Path folder;
  private Project project;
  private Path database;
  private Path description;

  @BeforeEach
  void generate() throws Exception {
    project = withTwoMigrations("project");
    project.generate();
    Path work = project.scratchFile().getParent();
    database = work.resolve("migrated.db");
    description = work.resolve("migrated.txt");
  }

  private Project withTwoMigrations(String name) throws Exception {
    return new Project(folder.resolve(name))
        .migration("V1__users.sql", "create table users (id integer primary key, a text);")
        .migration(
            "V2__posts.sql",
            "create table posts (id integer primary key, user_id int references users);"
                + "insert into users (a) values ('x');");
  }

  /** When the first migration ran on the database that the classes were generated from. */
  private String firstRun() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + project.scratchFile());
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select installed_on from flyway_schema_history where version = '1'")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void assertGoesOn() throws Exception {
    String before = firstRun();
    assertThat(project.generate()).startsWith("generated");
    assertThat(firstRun()).isEqualTo(before);
  }

  private void assertStartsAgain() throws Exception {
    String before = firstRun();
    assertThat(project.generate()).startsWith("generated");
    assertThat(firstRun()).isNotEqualTo(before);
  }

  @Test
  void goesOn_withTheSameResult_whenMigrationsWereAdded() throws Exception {
    project.migration("V3__tags.sql", TAGS).migration("U3__tags.sql", "drop table tags;");
    assertGoesOn();
    project
        .migration("V4__more.sql", "alter table users add column b int default 4;")
        .migration("V10__view.sql", "create view names as select a, b from users;");
    assertGoesOn();
    project.migration("V11__gone.sql", "drop view names; alter table users drop column a;");
    assertGoesOn();
    Project again =
        withTwoMigrations("again")
            .migration("V3__tags.sql", TAGS)
            .migration("U3__tags.sql", "drop table tags;")
            .migration("V4__more.sql", "alter table users add column b int default 4;")
            .migration("V10__view.sql", "create view names as select a, b from users;")
            .migration("V11__gone.sql", "drop view names; alter table users drop column a;");
    again.generate();
    assertThat(project.files()).isEqualTo(again.files());
    assertThat(schema(project)).isEqualTo(schema(again));
  }

  private static String schema(Project project) throws Exception {
    StringBuilder text = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + project.scratchFile());
        var rows =
            connection
                .createStatement()
                .executeQuery("select type, name, tbl_name, rootpage, sql from sqlite_master")) {
      while (rows.next()) {
        for (int column = 1; column <= 5; column++) {
          text.append(rows.getString(column)).append('\n');
        }
      }
    }
    return text.toString();
  }

  @Test
  void goesOn_whenOnlyWhatIsGeneratedFromItChanged() throws Exception {
    project.includes("users");
    assertGoesOn();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "V1__users.sql  | create table users (id integer primary key, a text, b text)",
        "V1_5__tags.sql | create table tags (id integer primary key)",
        "U1__users.sql  | drop table users",
        "R__view.sql    | create view v as select 1 as one",
        "afterMigrate.sql | create table called (id integer primary key)",
        "V3__p.sql      | pragma user_version = 3",
        "V3__t.sql      | create temp table t (id integer primary key)",
        "V3__t.sql      | insert into users (a) select last_insert_rowid()",
        "V2__posts.sql.conf | executeInTransaction=false",
      })
  void startsAgain_whenAFileLeavesADoubt(String name, String content) throws Exception {
    project.migration(name.strip(), content.strip());
    assertStartsAgain();
  }

  @Test
  void startsAgain_afterAFileThatLeavesADoubt() throws Exception {
    project.migration("V3__p.sql", "pragma user_version = 3;");
    assertStartsAgain();
    project.migration("V4__tags.sql", TAGS);
    assertStartsAgain();
    assertThat(database).doesNotExist();
  }

  @Test
  void startsAgain_whenAMigrationIsGone() throws Exception {
    project.withoutMigration("V2__posts.sql");
    assertStartsAgain();
    assertThat(project.files()).doesNotContainKey("app/db/tables/Posts.java");
  }

  @ParameterizedTest
  @CsvSource({
    "placeholders.x, 1",
    "initSql, select 1",
    "group, true",
    "executeInTransaction, false",
    "callbackLocations, calls",
    "outOfOrder, true"
  })
  void startsAgain_whenASettingChanged(String name, String value) throws Exception {
    project.flyway(Map.of(name, value)).migration("V3__tags.sql", TAGS);
    assertStartsAgain();
  }

  @ParameterizedTest
  @CsvSource({"initSql, select 1", "group, true", "executeInTransaction, false"})
  void startsAgain_whereASettingLeavesADoubt(String name, String value) throws Exception {
    project.flyway(Map.of(name, value)).generate();
    project.migration("V3__tags.sql", TAGS);
    assertStartsAgain();
  }

  @Test
  void startsAgain_whenAnotherVersionKeptIt() throws Exception {
    List<String> lines = Files.readAllLines(description);
    assertThat(lines.set(1, "another version")).matches("[0-9a-f]{64}");
    Files.write(description, lines);
    project.migration("V3__tags.sql", TAGS);
    assertStartsAgain();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 5_000})
  void startsAgain_whenADatabaseIsCutShort(int length) throws Exception {
    byte[] bytes = Files.readAllBytes(database);
    assertThat(bytes.length).isGreaterThan(length);
    Files.write(database, Arrays.copyOf(bytes, length));
    project.migration("V3__tags.sql", TAGS);
    assertStartsAgain();
    assertThat(project.files()).containsKey("app/db/tables/Tags.java");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 64, 65, 129, 150})
  void startsAgain_whenADescriptionIsCutShort(int length) throws Exception {
    byte[] bytes = Files.readAllBytes(description);
    assertThat(bytes.length).isGreaterThan(length);
    Files.write(description, Arrays.copyOf(bytes, length));
    project.migration("V3__tags.sql", TAGS);
    assertStartsAgain();
  }

  @Test
  void startsAgain_whenABuildWasKilledBetweenDatabaseAndDescription() throws Exception {
    byte[] described = Files.readAllBytes(description);
    project.migration("V3__tags.sql", TAGS).generate();
    Files.write(description, described); // of two migrations, beside the database of three
    project.migration("V3__tags.sql", "create table tags (id integer primary key, other text);");
    assertStartsAgain();
    assertThat(project.files().get("app/db/tables/Tags.java")).contains("OTHER");
  }

  @Test
  void startsAgain_whenABuildWasKilledBeforeItKeptAnything() throws Exception {
    Files.delete(description);
    Files.writeString(database.resolveSibling("migrated.db.part"), "half");
    Files.writeString(database.resolveSibling("migrated.txt.part"), "half");
    Files.write(project.scratchFile(), new byte[] {1, 2, 3});
    Files.writeString(project.scratchFile().resolveSibling("scratch.db-journal"), "half");
    project.migration("V3__tags.sql", TAGS).generate();
    assertThat(project.files()).containsKey("app/db/tables/Tags.java");
    project.migration("V4__more.sql", "alter table users add column b int;");
    assertGoesOn();
  }

  @Test
  void goesOn_afterAMigrationThatFailed() throws Exception {
    String before = firstRun();
    project.migration(
        "V3__tags.sql", "create table half (id integer primary key); create tabel x;");
    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("the migrations do not run on an empty database")
        .hasMessageContaining("V3__tags.sql");
    project.migration("V3__tags.sql", TAGS).generate();
    assertThat(firstRun()).isEqualTo(before);
    assertThat(project.files())
        .containsKey("app/db/tables/Tags.java")
        .doesNotContainKey("app/db/tables/Half.java");
  }

  @Test
  void filesKeepTheirTime_whenTheirContentDoes() throws Exception {
    Path users = project.output().resolve("app/db/tables/Users.java");
    Path tables = project.output().resolve("app/db/Tables.java");
    FileTime past = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(users, past);
    Files.setLastModifiedTime(tables, past);

    project.migration("V3__tags.sql", TAGS).generate();

    assertThat(Files.getLastModifiedTime(users)).isEqualTo(past);
    assertThat(Files.getLastModifiedTime(tables)).isGreaterThan(past);
  }

  @Test
  void filesBecomeNew_whenAnotherVersionWroteThem() throws Exception {
    Path users = project.output().resolve("app/db/tables/Users.java");
    FileTime past = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(users, past);
    Path memory = database.resolveSibling("last-generation.txt");
    List<String> lines = Files.readAllLines(memory);
    lines.set(0, "another input");
    lines.set(1, "another version");
    Files.write(memory, lines);

    project.generate();

    assertThat(Files.getLastModifiedTime(users)).isGreaterThan(past);
  }
}
