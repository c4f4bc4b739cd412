package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that another connection alters while statements on them are kept. */
class AlteredTablesTest {

  private final TemporaryBlog file = new TemporaryBlog();
  private final Blog blog = file.openWith(2, 2);

  @BeforeEach
  void keepStatements() {
    readAll();
    blog.users().update(blog.users().get(1L).withEmail("e1"));
  }

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  private void readAll() {
    List<User> users = blog.users().all();
    assertThat(users.get(1).posts()).hasSize(2);
    assertThat(users.get(1).followersCount()).isZero();
    assertThat(blog.users().get(1L).nickname()).isEqualTo("user1");
    assertThat(blog.posts().where(POSTS.ID.gt(0L)).list()).hasSize(4);
  }

  private void alter(String... statements) {
    try (Connection other = DriverManager.getConnection(file.url());
        Statement statement = other.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void addedColumns_doNotShiftTheOthers() {
    alter("alter table users add column age integer not null default 7");
    readAll();
    assertThat(blog.users().insert(u -> u.nickname("new").email("new")).email()).isEqualTo("new");
    blog.users().update(blog.users().get(1L).withEmail("e2"));
    assertThat(blog.users().get(1L).email()).isEqualTo("e2");
  }

  @Test
  void rebuiltTables_areReadByTheirNewColumns() {
    alter(
        "pragma foreign_keys = off",
        "create table users_new (last_seen text, email text not null unique, about_me text,"
            + " nickname text not null unique, id integer primary key)",
        "insert into users_new select last_seen, email, about_me, nickname, id from users",
        "drop table users",
        "alter table users_new rename to users");
    readAll();
    assertThat(blog.users().get(1L).email()).isEqualTo("e1");
  }

  @Test
  void droppedColumns_areNamed_andTheNextStatementsWork() {
    alter("alter table users drop column about_me");
    for (int again = 0; again < 2; again++) {
      assertThatThrownBy(() -> blog.users().get(1L))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("no such column: users.about_me")
          .hasMessageContaining("select users.id");
      assertThatThrownBy(() -> blog.users().insert(u -> u.nickname("n").email("n")))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("about_me");
    }
    assertThat(blog.posts().get(1L).body()).isEqualTo("user1 says 1");
    assertThat(blog.users().count()).isEqualTo(2);

    alter("alter table users add column about_me text");
    readAll();
  }

  @Test
  void droppedTables_areNamed_andTheNextStatementsWork() {
    alter("drop table followers");
    assertThatThrownBy(() -> blog.users().get(1L).followersCount())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("no such table: followers");
    assertThat(blog.users().get(1L).posts()).hasSize(2);
    assertThat(blog.users().all()).hasSize(2);
  }

  @Test
  void tablesAlteredBetweenStatementsOfOurOwnTransaction_areRead() {
    blog.transaction(
        tx -> {
          assertThat(tx.users().get(1L).nickname()).isEqualTo("user1");
          tx.dsl().execute("alter table users add column age integer");
          assertThat(tx.users().get(1L).nickname()).isEqualTo("user1");
          tx.dsl().execute("alter table users drop column about_me");
          assertThatThrownBy(() -> tx.users().get(1L)).hasMessageContaining("users.about_me");
          tx.dsl().execute("alter table users add column about_me text");
          assertThat(tx.users().get(1L).nickname()).isEqualTo("user1");
        });
    readAll();
  }
}
