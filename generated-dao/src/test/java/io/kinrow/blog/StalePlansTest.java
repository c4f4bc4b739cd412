package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Isolation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that PostgreSQL has prepared, and that no longer fit, or are no longer there. */
class StalePlansTest {

  /** More often than the driver runs a statement before the server keeps it. */
  private static final int OFTEN = 10;

  @RegisterExtension static final TestServer SERVER = new TestServer();

  private Blog blog;

  @BeforeEach
  void keepStatements() {
    SERVER.admin().execute("drop schema if exists other cascade");
    SERVER.admin().execute("insert into posts (body, user_id) values ('Hello', 1)");
    blog = Blog.open(SERVER.url(), options -> options.connections(1));
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

  /** One statement of each kind, outside of a transaction; the name is a new user's. */
  private enum Kind {
    GET {
      @Override
      void use(Blog blog, String name) {
        assertThat(blog.users().get(1L).nickname()).isEqualTo("u1");
      }
    },
    NAVIGATE {
      @Override
      void use(Blog blog, String name) {
        assertThat(blog.posts().get(1L).author().posts()).hasSize(1);
      }
    },
    LIST {
      @Override
      void use(Blog blog, String name) {
        assertThat(blog.users().where(USERS.ID.le(3L)).list()).hasSize(3);
      }
    },
    COUNT {
      @Override
      void use(Blog blog, String name) {
        assertThat(blog.users().where(USERS.NICKNAME.eq("u1")).count()).isEqualTo(1);
      }
    },
    FIND_ALL {
      @Override
      void use(Blog blog, String name) {
        assertThat(blog.users().findAll(List.of(1L, 2L))).hasSize(2);
      }
    },
    STREAM {
      @Override
      void use(Blog blog, String name) {
        try (Stream<User> users = blog.users().where(USERS.ID.le(4L)).stream()) {
          assertThat(users).hasSize(4);
        }
      }
    },
    INSERT {
      @Override
      void use(Blog blog, String name) {
        assertThat(blog.users().insert(u -> u.nickname(name).email(name)).id()).isPositive();
      }
    },
    INSERT_ALL {
      @Override
      void use(Blog blog, String name) {
        blog.users().insertAll(List.of(1), (user, i) -> user.nickname(name).email(name));
      }
    },
    INSERT_BATCH {
      @Override
      void use(Blog blog, String name) {
        blog.users().insertBatch(List.of(1), (user, i) -> user.nickname(name).email(name));
      }
    },
    UPDATE {
      @Override
      void use(Blog blog, String name) {
        assertThat(blog.users().update(blog.users().get(2L).withEmail(name)).email())
            .isEqualTo(name);
      }
    },
    UPSERT {
      @Override
      void use(Blog blog, String name) {
        assertThat(blog.users().upsert(u -> u.nickname(name).email(name).id(3)).email())
            .isEqualTo(name);
      }
    },
    DELETE {
      @Override
      void use(Blog blog, String name) {
        blog.users().deleteWhere(USERS.NICKNAME.eq("nobody"));
      }
    };

    abstract void use(Blog blog, String name);
  }

  private void useAll(String name) {
    for (Kind kind : Kind.values()) {
      kind.use(blog, kind + name);
    }
  }

  /** Each kind of statement is the first one after it. */
  @ParameterizedTest
  @EnumSource
  void noCallFails_whenColumnsWereAltered(Kind first) {
    SERVER.admin().execute("alter table users alter nickname type varchar(50)");
    SERVER.admin().execute("alter table users add column more text, alter email type varchar(60)");
    first.use(blog, "after");
    useAll("later");
  }

  /** The driver does not see what a function does. */
  @ParameterizedTest
  @EnumSource
  void noCallFails_whenTheServerHasLostTheStatements(Kind first) {
    blog.dsl().execute("do $$begin execute 'deallocate all'; end$$");
    first.use(blog, "after");
    useAll("later");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "discard all",
        "deallocate all",
        "set search_path = other, public",
        "select set_config('search_path', 'other, public', false)"
      })
  void noCallFails_whenTheSessionChanges(String change) {
    SERVER.admin().execute("create schema other");
    blog.dsl().execute(change);
    useAll("after");
    useAll("later");
  }

  @Test
  void tablesOfTheNewSearchPath_areRead() {
    SERVER.admin().execute("create schema other");
    SERVER.admin().execute("create table other.users as select * from users where id < 3");
    SERVER.admin().execute("update other.users set nickname = 'other' || id");
    blog.dsl().execute("set search_path = other, public");
    assertThat(blog.users().get(1L).nickname()).isEqualTo("other1");
    assertThat(blog.users().where(USERS.ID.le(3L)).count()).isEqualTo(2);
    blog.dsl().execute("select set_config('search_path', 'public', false)");
    assertThat(blog.users().get(1L).nickname()).isEqualTo("u1");
    assertThat(blog.users().where(USERS.ID.le(3L)).count()).isEqualTo(3);
  }

  /** Nothing is lost when a transaction starts again that has done nothing yet. */
  @Test
  void theFirstStatementOfATransaction_doesNotFail() {
    SERVER.admin().execute("alter table users alter nickname type varchar(50)");
    blog.transaction(tx -> assertThat(tx.users().get(1L).nickname()).isEqualTo("u1"));
    useAll("after");
    SERVER.admin().execute("alter table users alter nickname type text");
    blog.transaction(
        tx -> {
          tx.transaction(inner -> inner.users().insert(u -> u.nickname("in").email("in")));
          tx.users().insert(u -> u.nickname("out").email("out"));
        });
    assertThat(blog.users().findByNickname("in")).isPresent();
    assertThat(blog.users().findByNickname("out")).isPresent();
  }

  @Test
  void aLaterStatementOfATransaction_fails_whenColumnsWereAltered() {
    fails(
        () -> SERVER.admin().execute("alter table users alter nickname type varchar(50)"),
        tx -> tx.posts().get(1L),
        "cached plan must not change result type (a table was altered, or the session's statements"
            + " were dropped, after this statement had been prepared: run the transaction again)");
  }

  @Test
  void aLaterStatementOfATransaction_fails_whenItsStatementsWereDropped() {
    fails(
        () -> {},
        tx -> tx.dsl().execute("do $$begin execute 'deallocate all'; end$$"),
        "does not exist (a table was altered, or the session's statements were dropped, after this"
            + " statement had been prepared: run the transaction again)");
  }

  /** What was done on the transaction's connection is not lost in silence. */
  @Test
  void aLaterStatementOfATransaction_fails_whenTheFirstRanOnTheConnectionItself() {
    fails(
        () -> SERVER.admin().execute("alter table users alter nickname type varchar(50)"),
        tx ->
            tx.dsl()
                .connection(
                    connection -> connection.createStatement().execute("delete from posts")),
        "run the transaction again)");
    assertThat(blog.posts().count()).isEqualTo(1);
  }

  private void fails(Runnable change, Consumer<Blog> first, String message) {
    change.run();
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      first.accept(tx);
                      tx.users().get(1L);
                    }))
        .isInstanceOf(DataAccessException.class)
        .hasMessageEndingWith(message);
    blog.transaction(
        tx -> {
          tx.posts().get(1L);
          assertThat(tx.users().get(1L).id()).isEqualTo(1);
        });
    useAll("after");
  }

  /** The transaction is begun again, as what it was. */
  @Test
  void firstStatementOfATransaction_isRunAgain_withItsOptions() {
    blog.dsl().execute("deallocate all");
    blog.transaction(
        options -> options.isolation(Isolation.SERIALIZABLE).readOnly(),
        tx -> {
          assertThat(tx.users().get(1L).nickname()).isEqualTo("u1");
          assertThat(tx.dsl().fetchValue("show transaction_isolation")).isEqualTo("serializable");
          assertThat(tx.dsl().fetchValue("show transaction_read_only")).isEqualTo("on");
        });
  }
}
