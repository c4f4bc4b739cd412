package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.maven.files.FileTree;
import io.kinrow.maven.fixture.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code <engine>postgresql</engine>}: the build starts the server. */
class PostgresEngineTest {

  private static final String TAGS = "create table tags (id int primary key, name text);";

  @TempDir private static Path folder;
  private Project project;

  @BeforeAll
  static void generate() throws Exception {
    assertThat(withTwoMigrations("project").generate()).startsWith("generated");
    giveTimesThatCopiesKeep();
    Files.move(folder.resolve("project"), folder.resolve("generated"));
  }

  /** Java copies them without nanoseconds. */
  private static void giveTimesThatCopiesKeep() throws Exception {
    Path work = folder.resolve("project/target/kinrow");
    Path kept = work.resolve("migrated-postgres");
    try (Stream<Path> files = Files.walk(kept)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        long millis = Files.getLastModifiedTime(file).toMillis();
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
      }
    }
    List<String> description = Files.readAllLines(work.resolve("migrated.txt"));
    description.set(0, FileTree.stamp(kept));
    Files.write(work.resolve("migrated.txt"), description);
  }

  /** In the same place for each test, because what a project keeps is of no use elsewhere. */
  @BeforeEach
  void copy() throws Exception {
    FileTree.delete(folder.resolve("project"));
    FileTree.copy(folder.resolve("generated"), folder.resolve("project"));
    project = withTwoMigrations("project");
  }

  private static Project withTwoMigrations(String name) throws Exception {
    return new Project(folder.resolve(name))
        .engine("postgresql")
        .migration("V0__mark.sql", Project.MARK)
        .migration(
            "V1__users.sql",
            "create table users (id int generated always as identity primary key, name text);")
        .migration(
            "V2__posts.sql",
            "create table posts (id int primary key, user_id int not null references users);");
  }

  private Path log() {
    return project.work().resolve("postgres.log");
  }

  private void assertGoesOn() throws Exception {
    List<String> before = project.marks();
    assertThat(project.generate()).startsWith("generated");
    assertThat(project.marks()).hasSize(1).isEqualTo(before);
  }

  private void assertStartsAgain() throws Exception {
    List<String> before = project.marks();
    assertThat(project.generate()).startsWith("generated");
    assertThat(project.marks()).hasSize(1).isNotEqualTo(before);
  }

  @Test
  void generates_andLeavesOnlyWhatTheNextRunNeeds() throws Exception {
    assertThat(project.files().get("app/db/tables/Posts.java"))
        .contains(
            "dialect = \"POSTGRES\"",
            "@TableDescription.Reference(name = \"posts_user_id_fkey\", columns = \"user_id\"");
    assertThat(Processes.in(folder)).isEmpty();
    try (Stream<Path> files = Files.list(project.work())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "last-generation.txt", "lock", "migrated-postgres", "migrated.txt", "postgres.log");
    }
  }

  @Test
  void startsNoServer_whenNothingChanged() throws Exception {
    Files.delete(log());
    assertThat(project.generate()).startsWith("nothing changed");
    assertThat(log()).doesNotExist();
  }

  @Test
  void generatesAgain_whenTheVersionChanges() throws Exception {
    assertThat(project.engineVersion("14").generate()).startsWith("generated");
    assertThat(Files.readString(log())).contains("PostgreSQL 14.");
    assertThat(project.engineVersion(null).generate()).startsWith("generated");
    assertThat(Files.readString(log())).contains("PostgreSQL 18.");
  }

  @Test
  void goesOn_withTheSameResult_whenMigrationsWereAdded() throws Exception {
    add(project);
    assertGoesOn();
    Project again = withTwoMigrations("again");
    add(again);
    again.generate();
    assertThat(withoutMark(project)).isEqualTo(withoutMark(again));
    project.excludes("posts");
    project.generate();
    assertThat(project.files()).doesNotContainKey("app/db/tables/Posts.java");
  }

  private static void add(Project project) throws Exception {
    project
        .migration("V3__tags.sql", TAGS)
        .migration("U3__tags.sql", "drop table tags;")
        .migration(
            "V4__more.sql", "create type mood as enum ('sad', 'ok'); alter table users add m mood;")
        .migration("V10__view.sql", "create view names as select id, name from users;")
        .migration("V11__gone.sql", "alter table posts add column user2_id int references users;");
  }

  private static Map<String, String> withoutMark(Project project) throws Exception {
    Map<String, String> files =
        project.excludes("mark_.*").generate().isEmpty() ? Map.of() : project.files();
    assertThat(files).containsKeys("app/db/tables/Names.java", "app/db/enums/Mood.java");
    return files;
  }

  /** What dumps begin with, what ends with its transaction, and what is in the server's folder. */
  @Test
  void goesOn_afterScriptsThatLeaveNothing() throws Exception {
    List<String> scripts =
        List.of(
            """
            SET statement_timeout = 0;
            SET lock_timeout = 0;
            SET idle_in_transaction_session_timeout = 0;
            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;
            SELECT pg_catalog.set_config('search_path', '', false);
            SET check_function_bodies = false;
            SET xmloption = content;
            SET client_min_messages = warning;
            SET row_security = off;
            SET default_tablespace = '';
            SET default_table_access_method = heap;
            """,
            "set local datestyle = 'ISO, DMY'; set role postgres;",
            "create temp table t (id int) on commit drop; insert into t values (1);",
            "create role app; create role boss in role app; grant select on users to app;",
            "alter role app set search_path = app;",
            "create extension citext; create table mails (id int primary key, mail citext);",
            "create table a (b int primary key default 1); update a set b = 2;",
            "create database another;",
            "create publication all_of_it for all tables;");
    int version = 3;
    for (String script : scripts) {
      project.migration("V" + version++ + "__script.sql", script);
      assertGoesOn();
    }
    project.migration("V99__tags.sql", TAGS);
    assertGoesOn();
    assertThat(project.files()).containsKey("app/db/tables/Tags.java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set datestyle = 'ISO, DMY';",
        "select set_config('datestyle', 'ISO, DMY', false);",
        "do $$ begin execute 'set default_' || 'transaction_isolation = serializable'; end $$;",
        "create temp table t (id int);",
        "create function pg_temp.f() returns int language sql as 'select 1';",
        "prepare p as select 1;",
        "listen news;",
        "select pg_advisory_lock(7);",
        "alter role postgres set datestyle = 'ISO, DMY';",
        "alter database postgres set datestyle = 'ISO, DMY';",
      })
  void keepsNothing_afterAScriptThatLeavesSomething(String script) throws Exception {
    project.migration("V3__script.sql", script);
    assertGoesOn();
    assertThat(project.work().resolve("migrated.txt")).doesNotExist();
    assertThat(project.work().resolve("migrated-postgres")).doesNotExist();
  }

  @Test
  void startsAgain_afterAScriptThatChangesTheServersSettings() throws Exception {
    project.migration("V3__preload.sql", "alter system set shared_preload_libraries = 'nothing';");
    assertGoesOn();
    project.migration("V4__tags.sql", TAGS);
    assertStartsAgain();
  }

  @Test
  void startsAgain_afterAScriptThatUsesAnotherFolder() throws Exception {
    Path place = Files.createDirectory(folder.resolve("place"));
    project.migration("V3__place.sql", "create tablespace elsewhere location '" + place + "';");
    assertGoesOn();
    FileTree.delete(place);
    Files.createDirectory(place);
    project.migration("V4__tags.sql", TAGS);
    assertStartsAgain();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into users (name) values ('x'); select lastval();",
        "set app.tenant = '1';",
        "SET SESSION \"app\".tenant TO '1';",
        "select set_config('app.tenant', '1', false);",
        "select set_config(n, '1', false) from (values ('app.' || 'tenant')) as t (n);",
        "select setseed(0.5);",
      })
  void keepsNothing_whenAScriptMayReadMore(String script) throws Exception {
    project.migration("V3__script.sql", script);
    assertStartsAgain();
    assertThat(project.work().resolve("migrated.txt")).doesNotExist();
  }

  @Test
  void startsAgain_withoutWhatTheServerHadBefore_whenAMigrationChanges() throws Exception {
    project
        .migration("V3__role.sql", "create role app; create table t (id int primary key);")
        .generate();
    project.migration("V3__role.sql", "create role app; create table u (id int primary key);");
    assertStartsAgain();
    assertThat(project.files())
        .containsKey("app/db/tables/U.java")
        .doesNotContainKey("app/db/tables/T.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PG_VERSION", "global/pg_control", "base", "pg_wal"})
  void startsAgain_whenAFileIsGone(String name) throws Exception {
    FileTree.delete(project.work().resolve("migrated-postgres").resolve(name));
    project.migration("V3__tags.sql", TAGS);
    assertStartsAgain();
  }

  @Test
  void startsAgain_whenAPageIsDamaged() throws Exception {
    Path file = project.work().resolve("migrated-postgres/global/1262");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    project.migration("V3__tags.sql", TAGS);
    assertStartsAgain();
  }

  @Test
  void startsAgain_whenABuildWasKilledWhileItKeptTheDatabase() throws Exception {
    Files.delete(project.work().resolve("migrated.txt"));
    Files.createDirectories(project.work().resolve("postgres/base"));
    Files.writeString(project.work().resolve("postgres/base/half"), "half");
    project.migration("V3__tags.sql", TAGS);
    assertStartsAgain();
    assertThat(project.work().resolve("postgres")).doesNotExist();
  }

  @Test
  void namesScriptAndLine_andGoesOnAfterwards_whenAMigrationFails() throws Exception {
    project.migration("V3__tags.sql", "create role app;\n\ncreate tabel x;");
    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessageContainingAll(
            "Kinrow: the migrations do not run on an empty database: V3__tags.sql, line 3:",
            "syntax error at or near \"tabel\"",
            "in the statement: create tabel x");
    assertThat(Processes.in(folder)).isEmpty();
    assertThat(project.work().resolve("postgres")).doesNotExist();

    project.migration("V3__tags.sql", "create role app;\n\n" + TAGS);
    assertGoesOn();
  }

  @Test
  void goesOn_whenOnlyWhatIsGeneratedFailed() throws Exception {
    project.migration("V3__tags.sql", TAGS).names("tag = Label");
    assertThatThrownBy(project::generate).hasMessageContaining("there is no table tag");
    assertThat(Processes.in(folder)).isEmpty();
    project.names("tags = Label");
    assertGoesOn();
  }

  @Test
  void saysWhatToDo_whenAnExtensionIsMissing() throws Exception {
    project.migration("V3__gis.sql", "create extension if not exists postgis;");
    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessageContainingAll(
            "V3__gis.sql, line 1: extension \"postgis\" is not available",
            "The PostgreSQL that the build starts does not have postgis",
            "set <scratchUrl> to an empty database of a server that has it",
            "btree_gist, citext,",
            "uuid-ossp");
    assertThat(Processes.in(folder)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "postgres   |    | 'postgres' is not an engine that Kinrow knows: set <engine> to one of sqlite, postgresql",
        "postgresql | 9  | '9' is not a version of PostgreSQL that a build can start: set <engineVersion> to one of 14, 15,",
        "sqlite     | 3  | <engineVersion> applies only to engines that the build starts, and SQLite is not one",
        "           | 17 | <engineVersion> applies only to engines that the build starts, and SQLite is not one",
      })
  void isRefused_whenThereIsNoSuchEngine(String engine, String version, String message) {
    assertThatThrownBy(() -> project.engine(engine).engineVersion(version).generate())
        .isInstanceOf(GenerationException.class)
        .hasMessageStartingWith("Kinrow: " + message);
  }

  @Test
  void isRefused_whenEngineAndScratchDatabaseContradictEachOther() throws Exception {
    assertThatThrownBy(() -> project.scratch("jdbc:sqlite:other.db").generate())
        .isInstanceOf(GenerationException.class)
        .hasMessage(
            "Kinrow: <engine> is postgresql, but <scratchUrl> is jdbc:sqlite:other.db. Leave one "
                + "of the two out, or make them agree");
    project.scratch(PostgresServer.freshDatabase("agrees"));
    assertThat(project.generate()).startsWith("generated");
    assertThatThrownBy(() -> project.engineVersion("17").generate())
        .hasMessageContaining(
            "<engineVersion> is for a server that the build starts, but <scratchUrl>");
  }

  @Test
  void sameFiles_asFromAServerOfTheUsers() throws Exception {
    project.excludes("mark_.*").generate();
    Map<String, String> own = project.files();
    project.scratch(PostgresServer.freshDatabase("same")).generate();
    assertThat(project.files()).isEqualTo(own);
  }
}
