package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How SQLite's files are opened. */
class SqliteConnectionsTest {

  private final TemporaryBlog file = new TemporaryBlog();
  private final Blog blog = file.open();

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  @Test
  void writingPastTheTransaction_saysWhatToDo() {
    try (Blog impatient = Blog.open(file.url() + "?busy_timeout=20")) {
      assertThatThrownBy(
              () ->
                  impatient.transaction(
                      tx -> {
                        tx.users().insert(u -> u.nickname("a").email("a"));
                        impatient.users().insert(u -> u.nickname("b").email("b"));
                      }))
          .hasMessageContaining("write through tx");
    }
  }

  @Test
  void inMemoryDatabase_livesAsLongAsItIsOpen() {
    try (Blog memory = Blog.open("jdbc:sqlite::memory:")) {
      memory
          .dsl()
          .execute(
              "create table users (id integer primary key, nickname text not null,"
                  + " email text not null, about_me text, last_seen timestamp)");
      memory.transaction(tx -> tx.users().insert(u -> u.nickname("bob").email("bob@example.com")));
      assertThat(memory.users().count()).isEqualTo(1);
      memory.transaction(tx -> assertThat(memory.users().count()).isEqualTo(1));
    }
  }

  @Test
  void foreignKeysAndWal_areOn() {
    assertThat(blog.dsl().fetchValue("pragma foreign_keys")).isEqualTo(1);
    assertThat(blog.dsl().fetchValue("pragma journal_mode")).isEqualTo("wal");
    assertThat(blog.dsl().fetchValue("pragma busy_timeout")).isEqualTo(5000);
  }

  @Test
  void settingsInTheUrl_win() {
    try (Blog lax = Blog.open(file.url() + "?foreign_keys=false&busy_timeout=7")) {
      assertThat(lax.dsl().fetchValue("pragma foreign_keys")).isEqualTo(0);
      assertThat(lax.dsl().fetchValue("pragma busy_timeout")).isEqualTo(7);
    }
  }
}
