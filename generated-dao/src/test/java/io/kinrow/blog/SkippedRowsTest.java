package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.StatementCounter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.NoDataFoundException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;

/** Writes that the database skips without an error: counted, or said. */
class SkippedRowsTest {

  private static final List<String> NAMES = List.of("susan", "new", "susan");

  private static int insertBatch(Blog blog, List<String> names) {
    return blog.users().insertBatch(names, (u, name) -> u.nickname(name).email(name + "@x"));
  }

  private static void skipsNames(Blog blog, String other, String whichRow) {
    assertThat(insertBatch(blog, NAMES)).isEqualTo(1);
    assertThat(insertBatch(blog, List.of("susan", "susan"))).isZero();
    List<String> many =
        IntStream.range(0, 2_500).mapToObj(i -> i % 2 == 0 ? "susan" : "n" + i).toList();
    assertThat(insertBatch(blog, many)).isEqualTo(1_250);
    assertThat(blog.users().deleteWhere(USERS.NICKNAME.like("n%"))).isEqualTo(1_251);
    long before = blog.users().count();
    assertThatThrownBy(() -> blog.users().insert(u -> u.nickname("susan").email("susan@y")))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("stored no row of users")
        .hasMessageContaining("skipped it");
    assertThatThrownBy(
            () ->
                blog.users()
                    .insertAll(NAMES.subList(1, 3), (u, name) -> u.nickname(name).email(name)))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining(whichRow)
        .hasMessageContaining(" of this call")
        .hasMessageContaining("was stored");
    assertThat(blog.users().count()).isEqualTo(before);
    User there = blog.users().findByNickname(other).orElseThrow();
    assertThatThrownBy(() -> blog.users().update(there.withNickname("susan")))
        .isInstanceOf(DataAccessException.class)
        .isNotInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("with the key [" + there.id() + "] exists")
        .hasMessageContaining("skipped its update");
    assertThat(blog.users().get(there.id()).nickname()).isEqualTo(other);
    assertThat(blog.users().update(there.withEmail("o@z")).email()).isEqualTo("o@z");
    blog.users().delete(there);
    assertThatThrownBy(() -> blog.users().update(there.withEmail("gone")))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("any more");
  }

  private static Blog throughJooq(Blog blog) {
    return Blog.using(
        DSL.using(
            new DefaultConfiguration()
                .set(blog.dsl().configuration().connectionProvider())
                .set(SQLDialect.SQLITE)
                .set(ExecuteListener.onStart(context -> {}))));
  }

  @Test
  void rowsOfAConflictClause_areNotCounted() {
    for (boolean jooq : new boolean[] {false, true}) {
      try (TemporaryBlog file = new TemporaryBlog();
          Blog direct = file.open()) {
        direct.dsl().execute("drop table users");
        direct
            .dsl()
            .execute(
                "create table users (id integer primary key, nickname text not null unique on"
                    + " conflict ignore, email text not null unique on conflict replace, about_me"
                    + " text, last_seen datetime)");
        Blog blog = jooq ? throughJooq(direct) : direct;
        blog.users().insert(u -> u.nickname("susan").email("susan@x"));
        blog.users().insert(u -> u.nickname("other").email("other@x"));
        skipsNames(blog, "other", "it is row 2");
        // a row that replaces another one is stored
        assertThat(
                blog.users()
                    .insertBatch(List.of(1), (u, i) -> u.nickname("third").email("susan@x")))
            .isEqualTo(1);
        assertThat(blog.users().findByNickname("susan")).isEmpty();
        User fourth = blog.users().insert(u -> u.nickname("fourth").email("third@x"));
        assertThatThrownBy(
                () -> blog.users().upsert(u -> u.nickname("fourth").email("fifth@x").id(99)))
            .isInstanceOf(NoDataFoundException.class)
            .hasMessageContaining("skipped it");
        assertThat(blog.users().get(fourth.id())).isEqualTo(fourth);
      }
    }
  }

  @Test
  void rowsOfTriggersOfSqlite_areNotCounted() {
    try (TemporaryBlog file = new TemporaryBlog();
        Blog blog = file.open()) {
      blog.users().insert(u -> u.nickname("susan").email("susan@x"));
      blog.users().insert(u -> u.nickname("other").email("other@x"));
      for (String event : List.of("insert", "update")) {
        blog.dsl()
            .execute(
                "create trigger skip_"
                    + event
                    + " before "
                    + event
                    + " on users when new.nickname = 'susan' begin select raise(ignore); end");
      }
      skipsNames(blog, "other", "it is row 2");
      blog.dsl()
          .execute(
              "create trigger skip_delete before delete on users when old.nickname = 'susan' begin"
                  + " select raise(ignore); end");
      insertBatch(blog, List.of("a", "b"));
      User susan = blog.users().findByNickname("susan").orElseThrow();
      assertThat(blog.users().delete(susan)).isFalse();
      assertThat(blog.users().deleteByKey(susan.id())).isFalse();
      assertThat(blog.users().deleteWhere(USERS.NICKNAME.in("a", "b", "susan"))).isEqualTo(2);
      assertThat(blog.users().find(susan.id())).isPresent();
    }
  }

  @Test
  void rowsOfTriggersAndRulesOfPostgres_areNotCounted_evenIfTheDriverDoesNotTell()
      throws Exception {
    try (TemporaryBlog file = new TemporaryBlog(BlogEngine.POSTGRESQL)) {
      for (String setting : List.of("", "&reWriteBatchedInserts=true")) {
        try (Connection connection = DriverManager.getConnection(file.url() + setting)) {
          DSLContext jooq = DSL.using(connection, SQLDialect.POSTGRES);
          for (String skip : List.of("trigger", "rule")) {
            jooq.execute("drop table if exists users cascade");
            jooq.execute(
                """
                create table users (
                  id bigint generated by default as identity primary key, nickname text not null
                  unique, email text not null unique, about_me text, last_seen timestamp)""");
            Blog blog = Blog.using(jooq);
            try (StatementCounter counter = StatementCounter.on(blog)) {
              assertThat(insertBatch(blog, List.of("susan", "other"))).isEqualTo(2);
              assertThat(counter.count()).isLessThanOrEqualTo(2);
            }
            if (skip.equals("rule")) {
              jooq.execute(
                  "create rule skip as on insert to users where new.nickname = 'susan' do instead"
                      + " nothing");
              assertThat(insertBatch(blog, NAMES)).isEqualTo(1);
              continue;
            }
            jooq.execute(
                """
                create or replace function skip() returns trigger language plpgsql as $$
                begin
                  if tg_op = 'DELETE' then return null; end if;
                  return case when new.nickname = 'susan' then null else new end;
                end $$""");
            jooq.execute(
                "create trigger skip before insert or update on users for each row execute function"
                    + " skip()");
            skipsNames(blog, "other", "stored 1 of 2 rows of users");
            jooq.execute(
                "create trigger keep before delete on users for each row execute function skip()");
            User susan = blog.users().findByNickname("susan").orElseThrow();
            assertThat(blog.users().delete(susan)).isFalse();
            assertThat(blog.users().deleteWhere(USERS.NICKNAME.eq("susan"))).isZero();
            assertThat(blog.users().find(susan.id())).isPresent();
          }
        }
      }
    }
  }
}
