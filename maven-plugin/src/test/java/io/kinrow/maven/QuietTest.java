package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jOOQ and Flyway say of a schema that is in order: nothing. The goal adds its one line. */
class QuietTest {

  /** Names of constraints, columns and tables that are the same in several places. */
  private static final String SCHEMA =
      """
      create table users (
        id integer primary key,
        name varchar(20),
        constraint one_name unique (name)
      );
      create table posts (
        id integer primary key,
        author_id integer not null,
        editor_id integer,
        parent_id integer,
        constraint fk foreign key (author_id) references users (id),
        constraint fk2 foreign key (editor_id) references users (id),
        constraint fk3 foreign key (parent_id) references posts (id)
      );
      create table comments (
        id integer primary key,
        author_id integer not null,
        post_id integer not null,
        constraint fk foreign key (author_id) references users (id),
        constraint fk2 foreign key (post_id) references posts (id)
      );
      create table likes (
        user_id integer not null,
        post_id integer not null,
        constraint likes_key primary key (user_id, post_id),
        constraint fk foreign key (user_id) references users (id),
        constraint fk2 foreign key (post_id) references posts (id)
      );
      create table followers (
        follower_id integer not null,
        followed_id integer not null,
        since integer,
        primary key (follower_id, followed_id),
        constraint fk foreign key (follower_id) references users (id),
        constraint fk2 foreign key (followed_id) references users (id)
      );
      """;

  @TempDir private Path folder;

  @Test
  void nothingIsLogged_onSqlite() throws Exception {
    Project project = new Project(folder).migration("V1__all.sql", SCHEMA);

    assertThat(logged(project)).isEmpty();
  }

  @Test
  void nothingIsLogged_onPostgres() throws Exception {
    Project project =
        new Project(folder)
            .scratch(PostgresServer.freshDatabase("quiet"))
            .migration("V1__all.sql", SCHEMA)
            .migration(
                "V2__dump.sql",
                """
                begin;
                create extension citext;
                create table dumped (id int primary key, parent_id int references dumped);
                commit;
                """);

    assertThat(logged(project)).isEmpty();
  }

  @Test
  void otherWarningsAreLogged_onPostgres() throws Exception {
    Project project =
        new Project(folder)
            .scratch(PostgresServer.freshDatabase("loud"))
            .migration(
                "V1__all.sql",
                """
                create table users (id int primary key);
                do $$ begin
                  raise warning 'already odd' using errcode = '25001';
                end $$;
                """);

    assertThat(logged(project)).singleElement().asString().contains("already odd");
  }

  private static List<String> logged(Project project) throws Exception {
    return Logged.during(() -> assertThat(project.generate()).startsWith("generated"));
  }
}
