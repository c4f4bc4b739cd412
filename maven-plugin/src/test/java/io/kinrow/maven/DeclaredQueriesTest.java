package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kinrow:generate} does with the declared queries of a project. */
abstract class DeclaredQueriesTest {

  private static final String FACTS = "app/db/QueryFactsOfSources.java";
  private static final String USERS = "app/db/tables/Users.java";

  @TempDir private Path folder;
  private Project project;

  /** The project, with its engine. */
  abstract Project engine(Project plain) throws Exception;

  static final class OnSqliteTest extends DeclaredQueriesTest {
    @Override
    Project engine(Project plain) {
      return plain;
    }
  }

  static final class OnPostgresTest extends DeclaredQueriesTest {
    @Override
    Project engine(Project plain) {
      return plain.engine("postgresql");
    }
  }

  @BeforeEach
  void writeMigrations() throws Exception {
    project =
        engine(new Project(folder))
            .migration(
                "V1__users.sql",
                "create table users (id bigint not null primary key, nickname text not null, about text);");
  }

  private void query(String... sql) throws Exception {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < sql.length; i++) {
      methods
          .append("  @Sql(\"")
          .append(sql[i])
          .append("\")\n  Object m")
          .append(i)
          .append("();\n");
    }
    project.source(
        "app/Stats.java",
        "package app;\n\nimport io.kinrow.annotation.Queries;\nimport io.kinrow.annotation.Sql;\n\n"
            + "@Queries\ninterface Stats {\n"
            + methods
            + "}\n");
  }

  private String facts() throws Exception {
    return project.files().get(FACTS);
  }

  @Test
  void factsAreWritten_besideTables() throws Exception {
    query("select nickname from users where id = :id");

    assertThat(project.generate()).endsWith(" files in app.db, checked 1 declared query");

    assertThat(facts())
        .contains("package app.db;")
        .contains("text = \"select nickname from users where id = :id\"")
        .contains("sql = \"select nickname from users where id = ?\"")
        .contains("QueryFacts.Nullability.NOT_NULL");
    assertThat(project.generate()).isEqualTo("nothing changed, app.db is up to date");
  }

  @Test
  void nothingIsWritten_withoutQueries() throws Exception {
    project.generate();
    assertThat(project.files()).doesNotContainKey(FACTS);
    assertThat(project.work().resolve("queries.txt")).doesNotExist();
  }

  @Test
  void onlyQueriesAreChecked_whenOnlyTheyChanged() throws Exception {
    query("select nickname from users");
    project.generate();
    Path users = project.output().resolve(USERS);
    FileTime past = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(users, past);

    query("select nickname from users", "select about from users");
    assertThat(project.generate()).isEqualTo("checked 2 declared queries");

    assertThat(facts()).contains("select about from users");
    assertThat(Files.getLastModifiedTime(users)).isEqualTo(past);
    assertThat(project.generate()).isEqualTo("nothing changed, app.db is up to date");
  }

  @Test
  void factsGo_withTheirQueries() throws Exception {
    query("select nickname from users", "select about from users");
    project.generate();
    query("select about from users");
    assertThat(project.generate()).isEqualTo("checked 1 declared query");
    assertThat(facts()).doesNotContain("nickname");

    query();
    project.generate();
    assertThat(project.files()).doesNotContainKey(FACTS).containsKey(USERS);
  }

  @Test
  void factsAreWrittenAgain_whenTheyAreGoneOrEdited() throws Exception {
    query("select nickname from users");
    project.generate();
    String facts = facts();

    Files.delete(project.output().resolve(FACTS));
    project.generate();
    assertThat(facts()).isEqualTo(facts);
    Files.writeString(project.output().resolve(FACTS), "// edited");
    project.generate();
    assertThat(facts()).isEqualTo(facts);
  }

  @Test
  void factsMove_whenThePackageChanges() throws Exception {
    query("select nickname from users");
    project.generate();
    project.packageName("other.db").generate();
    assertThat(project.files().keySet())
        .allMatch(file -> file.startsWith("other/db/"))
        .contains("other/db/QueryFactsOfSources.java");
    assertThat(project.output().resolve("app")).doesNotExist();
  }

  @Test
  void queriesAreCheckedAgain_whenAMigrationIsAdded() throws Exception {
    query("select about from users");
    project.generate();
    assertThat(facts()).contains("NULLABLE");
    project.migration("V2__drop.sql", "alter table users drop column about;");
    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("there is no column 'about' in users");
  }

  @Test
  void allMistakesAreReported_inEachRun() throws Exception {
    query("select nicknam from users", "select nickname from users", "select * from user_s");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(project::generate)
          .isInstanceOf(GenerationException.class)
          .hasMessageContaining("2 declared queries are wrong")
          .hasMessageContaining(
              "Stats.java:8:16: there is no column 'nicknam' in users; did you mean 'nickname'?")
          .hasMessageContaining(
              "Stats.java:12:23: there is no table 'user_s'; did you mean 'users'?");
      assertThat(facts()).contains("select nickname from users").doesNotContain("nicknam from");
    }
    query("select nickname from users");
    assertThat(project.generate()).isEqualTo("checked 1 declared query");
  }

  @Test
  void filesOfNamedQueries_areChecked_andTold() throws Exception {
    Path file = folder.resolve("src/main/sql/reports.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "-- name: names\n-- Of all.\nselect nickname from users;\n");

    assertThat(project.generate()).endsWith(" files in app.db, checked 1 declared query");
    assertThat(facts())
        .contains("@QueryFacts.File(name = \"Reports\"")
        .contains(
            "@QueryFacts.Method(name = \"names\", result = QueryFacts.Result.DEFAULT, doc = \"Of"
                + " all.\", text = \"select nickname from users;\")");
    assertThat(project.generate()).startsWith("nothing changed");

    Files.writeString(file, "-- name: other :one\nselect nickname from users;\n");
    project.generate();
    assertThat(facts()).contains("name = \"other\", result = QueryFacts.Result.ONE");

    Files.writeString(file, "-- name: names\nselect nicknam from users;\n");
    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("reports.sql:2:8: ");
  }
}
