package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {

  private static final String UP_TO_DATE = "nothing changed, app.db is up to date";
  private static final String USERS = "app/db/tables/Users.java";
  private static final String POSTS = "app/db/tables/Posts.java";

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void writeMigrations() throws Exception {
    project =
        new Project(folder)
            .migration("V1__users.sql", "create table users (id integer primary key);")
            .migration("U1__users.sql", "drop table users;")
            .migration(
                "V2__posts.sql",
                "create table posts (id integer primary key, user_id int" + " references users);");
  }

  @Test
  void generates_once() throws Exception {
    assertThat(project.generate()).isEqualTo("generated 8 files in app.db");
    Map<String, String> files = project.files();
    assertThat(files).containsKeys(USERS, POSTS, "app/db/Tables.java");

    assertThat(project.generate()).isEqualTo(UP_TO_DATE);
    assertThat(project.files()).isEqualTo(files);
  }

  @Test
  void filesKeepTheirTime_whenTheyAreTheSame() throws Exception {
    project.generate();
    Path users = project.output().resolve(USERS);
    FileTime past = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(users, past);
    assertThat(project.generate()).isEqualTo(UP_TO_DATE);
    assertThat(Files.getLastModifiedTime(users)).isEqualTo(past);

    project.migration(
        "V2__posts.sql",
        "-- a comment\ncreate table posts (id integer primary key,"
            + " user_id int references users);");
    assertThat(project.generate()).startsWith("generated");

    assertThat(Files.getLastModifiedTime(users)).isEqualTo(past);
  }

  @Test
  void generatesAgain_whenAMigrationIsChangedOrAddedOrRemoved() throws Exception {
    project.generate();

    project.migration("V1__users.sql", "create table users (id integer primary key, name text);");
    assertThat(project.generate()).startsWith("generated");
    assertThat(project.files().get(USERS)).contains("NAME");

    project.migration("V3__tags.sql", "create table tags (id integer primary key);");
    assertThat(project.generate()).startsWith("generated");
    assertThat(project.files()).containsKey("app/db/tables/Tags.java");

    project.withoutMigration("V3__tags.sql");
    assertThat(project.generate()).startsWith("generated");
    assertThat(project.files())
        .doesNotContainKeys("app/db/tables/Tags.java", "app/db/tables/records/TagsRecord.java");
  }

  @Test
  void generatesAgain_whenTheConfigurationChanges() throws Exception {
    project.generate();

    assertThat(project.names("users = Account").generate()).startsWith("generated");
    assertThat(project.files().get(USERS)).contains("entity = \"Account\"");
    assertThat(project.includes("users").generate()).startsWith("generated");
    assertThat(project.files()).doesNotContainKey(POSTS);
  }

  @Test
  void leavesNothingBehind_whenThePackageChanges() throws Exception {
    project.generate();

    project.packageName("other.db").generate();

    assertThat(project.files().keySet()).allMatch(file -> file.startsWith("other/db/"));
    assertThat(project.output().resolve("app")).doesNotExist();
  }

  @Test
  void generatesAgain_whenGeneratedFilesAreGoneOrEdited() throws Exception {
    project.generate();
    Map<String, String> files = project.files();

    Files.delete(project.output().resolve(USERS));
    assertThat(project.generate()).startsWith("generated");
    Files.writeString(project.output().resolve(POSTS), "// edited");
    assertThat(project.generate()).startsWith("generated");

    assertThat(project.files()).isEqualTo(files);
  }

  @Test
  void generatesAgain_whenTheLastRunFailed() throws Exception {
    project.generate();
    project.migration("V3__bad.sql", "create tabel x;");
    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("the migrations do not run on an empty database")
        .hasMessageContaining("V3__bad.sql")
        .hasMessageContaining("syntax error");

    project.withoutMigration("V3__bad.sql");

    assertThat(project.generate()).startsWith("generated");
  }

  @Test
  void findsMigrations_whenTheyAreInAJar() throws Exception {
    Path jar = folder.resolve("schema.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("db/jarred/"));
      out.putNextEntry(new JarEntry("db/jarred/V1__t.sql"));
      out.write("create table jarred (id integer primary key);".getBytes(StandardCharsets.UTF_8));
    }
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
      project.migrations("classpath:db/jarred").classPath(loader).generate();
      assertThat(project.files()).containsKey("app/db/tables/Jarred.java");
      assertThat(project.generate()).isEqualTo(UP_TO_DATE);
    }
  }

  @Test
  void fillsPlaceholders_whenFlywayIsToldThem() throws Exception {
    project.migration("V3__p.sql", "create table ${prefix}_things (id integer primary key);");

    project.flyway(Map.of("placeholders.prefix", "my")).generate();

    assertThat(project.files()).containsKey("app/db/tables/MyThings.java");
  }

  @Test
  void generatesAgain_whenACallbackOrItsPlaceChanges() throws Exception {
    Path calls = Files.createDirectory(folder.resolve("calls"));
    Path call = calls.resolve("afterMigrate.sql");
    Files.writeString(call, "create table one (id integer primary key);");
    Map<String, String> settings = Map.of("callbackLocations", "calls,filesystem:nothing");
    project.flyway(settings).generate();
    assertThat(project.files()).containsKey("app/db/tables/One.java");
    assertThat(project.generate()).isEqualTo(UP_TO_DATE);
    Files.writeString(call, "create table two (id integer primary key);");
    assertThat(project.generate()).startsWith("generated");
    assertThat(project.files()).containsKey("app/db/tables/Two.java");
    assertThat(project.flyway(Map.of()).generate()).startsWith("generated");
    assertThat(project.files()).doesNotContainKey("app/db/tables/Two.java");
  }

  @Test
  void readsScriptsOfOtherNames_andGeneratesAgainWithEachSetting() throws Exception {
    Path scripts = Files.createDirectory(folder.resolve("scripts"));
    Files.writeString(
        scripts.resolve("M1--a.ddl"), "create table a_@[x] (id integer primary key);");
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "sqlMigrationPrefix", "M",
                "sqlMigrationSeparator", "--",
                "sqlMigrationSuffixes", ".ddl",
                "placeholderPrefix", "@[",
                "placeholderSuffix", "]",
                "placeholders.x", "1"));
    project.migrations("scripts").flyway(settings).generate();
    assertThat(project.files()).containsKey("app/db/tables/A1.java");
    for (Map.Entry<String, String> more :
        Map.of(
                "encoding", "ISO-8859-1",
                "repeatableSqlMigrationPrefix", "Z",
                "outOfOrder", "true",
                "target", "1",
                "group", "true",
                "mixed", "true",
                "baselineVersion", "0",
                "validateMigrationNaming", "true",
                "initSql", "select 1")
            .entrySet()) {
      assertThat(project.generate()).isEqualTo(UP_TO_DATE);
      settings.put(more.getKey(), more.getValue());
      assertThat(project.flyway(settings).generate()).as(more.getKey()).startsWith("generated");
    }
    assertThatThrownBy(() -> project.flyway(Map.of("sqlMigrationSuffixes", ".up,.down")).generate())
        .hasMessageContaining("put V1__<what it does>.up there");
  }

  @Test
  void propertiesOfTheBuild_reachNoScratchDatabase() throws Exception {
    Path never = folder.resolve("never.db");
    Map<String, String> leaks =
        Map.of("flyway.url", "jdbc:sqlite:" + never, "flyway.target", "1", "flyway.table", "leak");
    leaks.forEach(System::setProperty);
    try {
      project.generate();
    } finally {
      leaks.keySet().forEach(System::clearProperty);
    }
    assertThat(never).doesNotExist();
    assertThat(project.files())
        .containsKeys(USERS, POSTS)
        .doesNotContainKey("app/db/tables/Leak.java");
  }

  @Test
  void leavesTheHistoryOut_whateverItsName() throws Exception {
    project.migration("V3__h.sql", "create table flyway_schema_history (id integer primary key);");
    project.flyway(Map.of("table", "My History")).generate();
    assertThat(project.files())
        .containsKey("app/db/tables/FlywaySchemaHistory.java")
        .doesNotContainKey("app/db/tables/MyHistory.java");
    assertThat(project.flyway(Map.of("table", "Other")).generate()).isNotEqualTo(UP_TO_DATE);
    assertThat(project.generate()).isEqualTo(UP_TO_DATE);
  }

  @Test
  void namesTheElement_whenAPlaceholderHasNoValue() throws Exception {
    project.migration("V3__p.sql", "create table ${prefix}_things (id integer primary key);");
    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessageContainingAll("${prefix}", "V3__p.sql", "<flyway><placeholders.prefix>");
  }

  @Test
  void findsFolders_withAWildcard() throws Exception {
    Path parts = Files.createDirectories(folder.resolve("parts/one/sql"));
    Files.writeString(parts.resolve("V1__a.sql"), "create table part (id integer primary key);");
    project.migrations("parts/*/sql").generate();
    assertThat(project.files()).containsKey("app/db/tables/Part.java");
    Files.writeString(parts.resolve("V2__b.sql"), "create table more (id integer primary key);");
    project.generate();
    assertThat(project.files()).containsKey("app/db/tables/More.java");
  }

  @Test
  void leavesShadowTablesOut_ofVirtualOnes() throws Exception {
    project.migration(
        "V3__v.sql",
        "create table notes (id integer primary key, body text);"
            + "create virtual table notes_fts using fts5(body, content='notes', content_rowid='id');"
            + "create virtual table notes_old using fts4(content=\"notes\", body);"
            + "create virtual table notes_bare using fts5(body, content='');"
            + "create virtual table places using rtree(id, low, high, +name);");
    project.generate();
    assertThat(project.files().keySet())
        .contains(
            "app/db/tables/NotesFts.java",
            "app/db/tables/NotesOld.java",
            "app/db/tables/NotesBare.java",
            "app/db/tables/Places.java")
        .noneMatch(
            file -> file.matches(".*(Data|Idx|Docsize|Config|Segments|Rowid|Parent)\\.java"));
  }

  @Test
  void isRefused_whenThereAreNoMigrations() {
    assertThatThrownBy(() -> project.migrations("nowhere").generate())
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("nowhere does not exist; name yours in <migrations>");
    assertThatThrownBy(() -> project.migrations("target").generate())
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> project.migrations("classpath:nowhere").generate())
        .hasMessageContaining("there are no migrations in classpath:nowhere");
  }

  @Test
  void isRefused_whenThereIsNoTable() throws Exception {
    Project project =
        new Project(folder.resolve("empty")).migration("V1__nothing.sql", "select 1;");

    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("no table")
        .hasMessageContaining("src/main/resources/db/migration");
  }

  @Test
  void isRefused_whenNamesCannotBeFollowed() {
    assertThatThrownBy(() -> project.names("user = Account").generate())
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("there is no table user; did you mean 'users'?");
    assertThatThrownBy(() -> project.names("users Account").generate())
        .hasMessageContaining("<names> has the line \"users Account\"");
    assertThatThrownBy(() -> project.names("users = A\nusers = B").generate())
        .hasMessageContaining("<names> names users twice");
  }

  @Test
  void usesAnotherScratchDatabase_andEmptiesItAgain() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("other.db");

    project.scratch(url).generate();

    assertThat(project.files()).containsKeys(USERS, POSTS);
    assertThat(project.scratchFile()).doesNotExist();
    try (Connection connection = DriverManager.getConnection(url);
        var tables = connection.createStatement().executeQuery("select name from sqlite_master")) {
      assertThat(tables.next()).isFalse();
    }
  }

  @Test
  void leavesAnotherDatabaseAlone_whenItIsNotEmpty() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("precious.db");
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.createStatement().executeUpdate("create table precious (id integer primary key)");
      connection.createStatement().executeUpdate("insert into precious values (1)");

      assertThatThrownBy(() -> project.scratch(url).generate())
          .isInstanceOf(GenerationException.class)
          .hasMessageContaining("precious.db is not empty and was left as it is");

      try (var tables =
          connection.createStatement().executeQuery("select count(*) from sqlite_master")) {
        assertThat(tables.getInt(1)).isEqualTo(1);
      }
    }
  }
}
