package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that PostgreSQL has prepared, and that no longer fit, or are no longer there. */
class StalePlansTest {

  /** More often than the driver runs a statement before the server keeps it. */
  private static final int OFTEN = 10;

  private static BlogServer server;

  private Blog blog;

  @BeforeAll
  static void start() throws IOException {
    server = new BlogServer();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void keepStatements() {
    server.admin().execute("drop schema if exists other cascade");
    server.migrate();
    blog = Blog.open(server.url(), options -> options.connections(1));
    for (int i = 0; i < OFTEN; i++) {
      useAll("before" + i);
    }
    assertThat(prepared()).isGreaterThan(8);
  }

  @AfterEach
  void close() {
    blog.close();
  }

  private int prepared() {
    return blog.dsl().fetchOne("select count(*) from pg_prepared_statements").get(0, int.class);
  }

  /** One statement of each kind, outside of a transaction. */
  private void useAll(String name) {
    User user = blog.users().get(1L);
    assertThat(user.posts()).isEmpty();
    assertThat(blog.users().where(USERS.ID.le(3L)).list()).hasSize(3);
    assertThat(blog.users().where(USERS.ID.le(3L)).count()).isEqualTo(3);
    assertThat(blog.users().findAll(List.of(1L, 2L))).hasSize(2);
    try (Stream<User> users = blog.users().where(USERS.ID.le(4L)).stream()) {
      assertThat(users).hasSize(4);
    }
    User added = blog.users().insert(u -> u.nickname(name).email(name));
    blog.users().update(added.withEmail("changed"));
    blog.users().upsert(u -> u.nickname(name).email("upserted").id(added.id()));
    assertThat(blog.users().findByNickname(name).orElseThrow().email()).isEqualTo("upserted");
    blog.users().delete(added);
  }

  @Test
  void noCallFails_whenColumnsWereAltered() {
    server.admin().execute("alter table users alter nickname type varchar(50)");
    useAll("after");
    server.admin().execute("alter table users add column more text, alter email type varchar(60)");
    useAll("later");
    server.admin().execute("alter table users drop column more, alter nickname type text");
    useAll("last");
  }

  /** The driver sees the first two; the server's function it does not see. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "discard all",
        "deallocate all",
        "do $$begin execute 'deallocate all'; end$$",
        "set search_path = other, public",
        "select set_config('search_path', 'other, public', false)"
      })
  void noCallFails_whenTheSessionChanges(String change) {
    server.admin().execute("create schema other");
    blog.dsl().execute(change);
    useAll("after");
    useAll("later");
  }

  @Test
  void tablesOfTheNewSearchPath_areRead() {
    server.admin().execute("create schema other");
    server.admin().execute("create table other.users as select * from users where id < 3");
    server.admin().execute("update other.users set nickname = 'other' || id");
    blog.dsl().execute("set search_path = other, public");
    assertThat(blog.users().get(1L).nickname()).isEqualTo("other1");
    assertThat(blog.users().where(USERS.ID.le(3L)).count()).isEqualTo(2);
    blog.dsl().execute("select set_config('search_path', 'public', false)");
    assertThat(blog.users().get(1L).nickname()).isEqualTo("u1");
    assertThat(blog.users().where(USERS.ID.le(3L)).count()).isEqualTo(3);
  }

  @Test
  void aTransaction_failsOnce_whenColumnsWereAltered() {
    server.admin().execute("alter table users alter nickname type varchar(50)");
    fails(
        "cached plan must not change result type (a table was altered, or the session's statements"
            + " were dropped, after this statement had been prepared: run the transaction again)");
  }

  @Test
  void aTransaction_failsOnce_whenItsStatementsWereDropped() {
    blog.dsl().execute("do $$begin execute 'deallocate all'; end$$");
    fails(
        "does not exist (a table was altered, or the session's statements were dropped, after this"
            + " statement had been prepared: run the transaction again)");
  }

  private void fails(String message) {
    assertThatThrownBy(() -> blog.transaction(tx -> tx.users().get(1L)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageEndingWith(message);
    blog.transaction(tx -> assertThat(tx.users().get(1L).id()).isEqualTo(1));
    blog.transaction(
        tx -> assertThat(tx.users().insert(u -> u.nickname("n").email("n")).id()).isPositive());
    useAll("after");
  }
}
