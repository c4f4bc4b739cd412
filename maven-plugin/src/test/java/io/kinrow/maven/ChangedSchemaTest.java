package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a migration does to the code that uses its table. */
class ChangedSchemaTest {

  private static final String PROGRAM =
      """
      import app.App;
      import app.User;

      public final class Check {
        private Check() {}

        public static void run(String url) {
          try (App app = App.open(url)) {
            User susan = app.users().insert(u -> u.name("susan").%1$s("s"));
            if (!app.users().get(susan.id()).%1$s().equals("s")) {
              throw new AssertionError(susan);
            }
          }
        }
      }
      """;

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void migrateOnce() throws Exception {
    project =
        new Project(folder)
            .migration(
                "V1__users.sql",
                "create table users (id integer primary key, name text not null, nick text not null);");
  }

  @Test
  void droppedColumn_isACompileError_andAnAddedOneIsThere() throws Exception {
    Path old = program("old", "nick");
    Path other = program("new", "email");
    Program before = new Program(Files.createDirectory(folder.resolve("before")), project).build();
    assertThat(before.compile(old)).isEmpty();
    assertThat(before.compile(other)).anyMatch(error -> error.contains("email"));

    project.migration(
        "V2__email.sql",
        "alter table users drop column nick;\nalter table users add column email text not null default '';");
    Program after = new Program(Files.createDirectory(folder.resolve("after")), project).build();

    assertThat(after.compile(old))
        .anyMatch(
            error ->
                error.startsWith("Check.java:10: cannot find symbol") && error.contains("nick"));
    after.run(program("later", "email"));
  }

  /** A required column that came with no default stops every insert that does not know it. */
  @Test
  void addedRequiredColumn_isACompileErrorInInserts() throws Exception {
    Path old = program("old", "nick");
    assertThat(
            new Program(Files.createDirectory(folder.resolve("before")), project)
                .build()
                .compile(old))
        .isEmpty();

    project.migration(
        "V2__rebuild.sql",
        """
        create table other (id integer primary key, name text not null, nick text not null, age integer not null);
        insert into other select id, name, nick, 0 from users;
        drop table users;
        alter table other rename to users;
        """);
    Program after = new Program(Files.createDirectory(folder.resolve("after")), project).build();

    assertThat(after.compile(old)).anyMatch(error -> error.contains("NeedsAge"));
  }

  private Path program(String place, String column) throws Exception {
    Path file = Files.createDirectory(folder.resolve(place)).resolve("Check.java");
    return Files.writeString(file, PROGRAM.formatted(column));
  }
}
