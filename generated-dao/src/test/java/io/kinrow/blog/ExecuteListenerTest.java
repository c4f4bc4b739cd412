package io.kinrow.blog;

import static io.kinrow.blog.BlogEngine.SQLITE;
import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.StatementListener.Executed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.ExecuteType;
import org.jooq.conf.InvocationOrder;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The listeners of the jOOQ configuration that a database is opened with. */
@OnBothEngines
class ExecuteListenerTest {

  private static final List<String> PREPARED =
      List.of("start", "renderStart", "renderEnd", "prepareStart", "prepareEnd");
  private static final List<String> BOUND = List.of("bindStart", "bindEnd");
  private static final List<String> EXECUTED = List.of("executeStart", "executeEnd");
  private static final List<String> FETCHED = List.of("fetchStart", "fetchEnd");

  private final BlogEngine engine;
  private final TemporaryBlog file;
  private final HikariDataSource pool;
  private final Heard heard = new Heard();
  private final Blog blog;

  /** The same database without jOOQ's execution. */
  private final Blog plain;

  ExecuteListenerTest(BlogEngine engine) {
    this.engine = engine;
    file = new TemporaryBlog(engine);
    pool = pool();
    blog = blog(heard);
    plain = file.openWith(3, 2);
  }

  @AfterEach
  void close() {
    plain.close();
    assertThat(pool.getHikariPoolMXBean().getActiveConnections())
        .as("connections not given back")
        .isZero();
    pool.close();
    file.close();
  }

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        engine == SQLITE ? file.url() + "?foreign_keys=true&busy_timeout=5000" : file.url());
    config.setMaximumPoolSize(2);
    return new HikariDataSource(config);
  }

  private Configuration configuration(Settings settings, ExecuteListener... listeners) {
    return new DefaultConfiguration().set(pool).set(engine.dialect()).set(settings).set(listeners);
  }

  private Blog blog(ExecuteListener... listeners) {
    return Blog.using(DSL.using(configuration(new Settings(), listeners)));
  }

  @SafeVarargs
  private static List<String> events(List<String>... parts) {
    List<String> events = new ArrayList<>();
    for (List<String> part : parts) {
      events.addAll(part);
    }
    events.add("end");
    return events;
  }

  private static Map<String, Function<Blog, Object>> works() {
    Map<String, Function<Blog, Object>> works = new LinkedHashMap<>();
    works.put("get", blog -> blog.users().get(1L));
    works.put("find by unique key", blog -> blog.users().findByNickname("user2"));
    works.put("find by keys", blog -> blog.users().findAll(List.of(3L, 1L)));
    works.put("all", blog -> blog.users().all());
    works.put("navigation", blog -> blog.users().all().stream().map(User::posts).toList());
    works.put("parents", blog -> blog.posts().all().stream().map(Post::author).toList());
    works.put("counts", blog -> blog.users().all().stream().map(User::postsCount).toList());
    works.put("dynamic query", blog -> blog.posts().where(POSTS.BODY.contains("says 2")).list());
    works.put("page", blog -> blog.posts().orderBy(POSTS.ID).page(2, 2).rows());
    works.put("slice", blog -> blog.posts().orderBy(POSTS.ID).slice(2).rows());
    works.put("count", blog -> blog.users().count());
    works.put("exists", blog -> blog.users().exists(1L));
    works.put("stream", blog -> blog.posts().stream().map(Post::body).toList());
    works.put("declared query", blog -> blog.blogQueries().lines(List.of(1L, 2L)));
    works.put(
        "declared query without some of its blocks",
        blog ->
            blog.blogQueries().search(1L, Optional.of("%"), Optional.empty(), Optional.empty()));
    works.put("query of records", blog -> blog.blogQueries().ofOthers(1).page(1, 2).rows());
    works.put("dsl", blog -> blog.dsl().fetchCount(USERS));
    return works;
  }

  @Test
  void reads_areHeardFromStartToEnd_withTheSameRowsAndTexts() {
    works()
        .forEach(
            (name, work) -> {
              Object expected;
              List<String> texts;
              try (StatementCounter counter = StatementCounter.on(plain)) {
                expected = work.apply(plain);
                texts = counter.statements().stream().map(Executed::sql).toList();
              }
              heard.runs.clear();
              try (StatementCounter counter = StatementCounter.on(blog)) {
                assertThat(work.apply(blog)).as(name).isEqualTo(expected);
                assertThat(counter.statements().stream().map(Executed::sql)).isEqualTo(texts);
              }
              assertThat(heard.texts()).as(name).isEqualTo(texts);
              if (name.equals("dsl")) {
                return;
              }
              assertThat(heard.runs)
                  .as(name)
                  .allSatisfy(
                      run -> {
                        assertThat(run.events)
                            .isEqualTo(events(PREPARED, BOUND, EXECUTED, FETCHED));
                        assertThat(run.type).isEqualTo(ExecuteType.READ);
                        assertThat(run.rows).isPositive();
                        assertThat(run.statement.isClosed()).isTrue();
                      });
            });
  }

  private Heard.Run only() {
    assertThat(heard.runs).hasSize(1);
    return heard.runs.remove(0);
  }

  @Test
  void writes_areHeardFromStartToEnd_withTheNumberOfRows() throws Exception {
    User susan;
    try (StatementCounter counter = StatementCounter.on(blog)) {
      susan = blog.users().insert(u -> u.nickname("susan").email("s@example.com"));
      assertThat(counter.statements().get(0).binds()).containsExactly("susan", "s@example.com");
    }
    assertThat(susan).isEqualTo(plain.users().get(susan.id()));
    Heard.Run insert = only();
    assertThat(insert.sql)
        .startsWith(engine.rendered("insert into \"users\""))
        .contains("returning");
    assertThat(insert.type).isEqualTo(ExecuteType.WRITE);
    assertThat(insert.rows).isEqualTo(1);
    assertThat(insert.events).isEqualTo(events(PREPARED, BOUND, EXECUTED));
    assertThat(insert.statement.isClosed()).isTrue();

    blog.users().update(susan.withNickname("suzy"));
    Heard.Run update = only();
    assertThat(update.sql).startsWith(engine.rendered("update \"users\" set \"nickname\" = ?"));
    assertThat(update.events).isEqualTo(events(PREPARED, BOUND, EXECUTED));
    assertThat(update.rows).isEqualTo(1);

    blog.users().upsertByNickname(u -> u.nickname("suzy").email("new"));
    assertThat(only().sql).contains("on conflict");
    blog.users().delete(susan);
    assertThat(only().sql).startsWith(engine.rendered("delete from \"users\""));
    assertThat(blog.posts().deleteWhere(POSTS.USER_ID.eq(1L))).isEqualTo(2);
    assertThat(only().rows).isEqualTo(2);

    blog.users().insertAll(List.of(1, 2), (u, i) -> u.nickname("n" + i).email("e" + i));
    assertThat(heard.texts())
        .hasSize(engine == SQLITE ? 2 : 1)
        .allSatisfy(sql -> assertThat(sql).contains("returning"));
  }

  /** On PostgreSQL, these are INSERTs of a thousand rows, not batches. */
  @Test
  void batches_areHeardOncePerThousandRows() {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      blog.posts()
          .insertBatch(
              IntStream.range(0, 2_500).boxed().toList(), (p, i) -> p.body("b" + i).userId(1));
      assertThat(counter.count()).isEqualTo(3);
      assertThat(counter.statements().get(2).binds())
          .hasSize(engine == SQLITE ? 2 : 1_000)
          .endsWith("b2499", 1L);
    }
    ExecuteType type = engine == SQLITE ? ExecuteType.BATCH : ExecuteType.WRITE;
    assertThat(heard.runs).hasSize(3).allMatch(run -> run.type == type);
    assertThat(heard.runs.get(2).events.stream().filter("bindEnd"::equals))
        .hasSize(engine == SQLITE ? 500 : 1);
    assertThat(heard.runs.get(2).events).containsSubsequence(EXECUTED).endsWith("end");
    assertThat(plain.posts().where(POSTS.BODY.eq("b1234")).count()).isEqualTo(1);
    assertThat(plain.posts().count()).isEqualTo(2_506);
  }

  @Test
  void streams_endWhenTheyAreClosed() throws Exception {
    try (Stream<Post> posts = blog.posts().stream()) {
      assertThat(posts.iterator().next().id()).isEqualTo(1);
      assertThat(heard.runs.get(0).events).endsWith("executeEnd", "fetchStart");
    }
    Heard.Run run = only();
    assertThat(run.events).endsWith("fetchStart", "fetchEnd", "end");
    assertThat(run.statement.isClosed()).isTrue();
  }

  @Test
  void transactions_runOnOneConnection_andRollBack() {
    assertThatThrownBy(
            () ->
                blog.transaction(
                    tx -> {
                      tx.users().deleteByKey(3L);
                      tx.transaction(inner -> inner.posts().insert(p -> p.body("x").userId(1)));
                      assertThat(tx.users().exists(3L)).isFalse();
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(heard.runs).hasSize(3);
    assertThat(plain.users().exists(3L)).isTrue();
    assertThat(plain.posts().count()).isEqualTo(6);
  }

  private static Map<String, Function<Blog, Object>> failures() {
    Map<String, Function<Blog, Object>> works = new LinkedHashMap<>();
    works.put("unique", blog -> blog.users().insert(u -> u.nickname("user1").email("x")));
    works.put("parent", blog -> blog.posts().insert(p -> p.body("x").userId(99)));
    works.put("child", blog -> blog.followers().insert(f -> f.followerId(1).followedId(88)));
    works.put("delete", blog -> blog.posts().deleteWhere(DSL.condition("id = nope")));
    works.put("query", blog -> blog.users().where(DSL.condition("nope = 1")).list());
    works.put("stream", blog -> blog.users().where(DSL.condition("nope = 1")).stream());
    works.put(
        "text", blog -> blog.users().where(DSL.condition("abs(-9223372036854775808) = 1")).list());
    works.put("update", blog -> blog.users().update(blog.users().get(1L).withNickname("user2")));
    works.put(
        "batch",
        blog ->
            blog.users()
                .insertBatch(
                    List.of("a", "user3", "b"), (u, name) -> u.nickname(name).email(name + "@x")));
    return works;
  }

  private static Throwable failure(Blog blog, Function<Blog, Object> work) {
    try {
      work.apply(blog);
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("nothing failed");
  }

  @Test
  void failures_areThoseOfTheFastPath_andHeard() {
    failures()
        .forEach(
            (name, work) -> {
              Throwable expected = failure(plain, work);
              heard.runs.clear();
              assertThat(failure(blog, work))
                  .as(name)
                  .hasSameClassAs(expected)
                  .hasMessage(expected.getMessage())
                  .cause()
                  .hasSameClassAs(expected.getCause());
              Heard.Run failed =
                  heard.runs.stream()
                      .filter(run -> run.exception != null)
                      .findFirst()
                      .orElseThrow();
              assertThat(failed.events).as(name).endsWith("end");
              assertThat(failed.events.stream().filter("exception"::equals)).hasSize(1);
              assertThat(failed.exception).isInstanceOf(DataAccessException.class);
              assertThat(failed.exception.getCause()).hasSameClassAs(expected.getCause());
            });
  }

  private static final class Translated extends RuntimeException {
    private static final long serialVersionUID = 1;

    Translated(Throwable cause) {
      super(cause);
    }
  }

  @Test
  void translatedExceptions_reachTheCaller_inAnyOrderOfListeners() {
    for (InvocationOrder order : InvocationOrder.values()) {
      Settings settings =
          new Settings()
              .withExecuteListenerStartInvocationOrder(order)
              .withExecuteListenerEndInvocationOrder(order);
      Blog translating =
          Blog.using(
              DSL.using(
                  configuration(
                      settings,
                      ExecuteListener.onException(
                          context -> context.exception(new Translated(context.sqlException()))),
                      heard)));
      failures()
          .forEach(
              (name, work) ->
                  assertThat(failure(translating, work))
                      .as(name)
                      .isInstanceOf(Translated.class)
                      .hasCauseInstanceOf(java.sql.SQLException.class));
    }
  }

  @Test
  void rows_thatCannotBeRead_areHeardAsExceptions() {
    String unfit = engine == SQLITE ? "some day" : "column of type TEXT";
    if (engine == BlogEngine.POSTGRESQL) {
      plain.dsl().execute("alter table posts alter created_at drop default");
      plain.dsl().execute("alter table posts alter created_at type text");
    }
    plain.dsl().execute("update posts set created_at = 'some day' where id = 2");
    heard.runs.clear();

    assertThatThrownBy(() -> blog.posts().all()).hasMessageContaining(unfit);
    Heard.Run query = only();
    assertThat(query.events).endsWith("fetchStart", "exception", "fetchEnd", "end");
    assertThat(query.exception).hasMessageContaining(unfit);
    assertThatThrownBy(
            () -> {
              try (Stream<Post> posts = blog.posts().stream()) {
                posts.toList();
              }
            })
        .hasMessageContaining(unfit);
    assertThat(only().events).endsWith("fetchStart", "exception", "fetchEnd", "end");
  }

  @Test
  void listeners_canRefuseAStatement_beforeAndAfterIt() {
    for (ExecuteListener refusing :
        List.of(
            ExecuteListener.onStart(
                context -> {
                  throw new IllegalStateException("refused");
                }),
            ExecuteListener.onExecuteStart(
                context -> {
                  throw new IllegalStateException("refused");
                }),
            ExecuteListener.onExecuteEnd(
                context -> {
                  throw new IllegalStateException("refused");
                }))) {
      Blog guarded = blog(refusing);
      assertThatThrownBy(() -> guarded.users().all())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("refused");
      assertThatThrownBy(
              () -> guarded.transaction(tx -> tx.posts().insert(p -> p.body("x").userId(1))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("refused");
    }
    assertThat(plain.posts().count()).isEqualTo(6);
  }

  @Test
  void listeners_canChangeTheText() {
    Blog tagged =
        blog(ExecuteListener.onRenderEnd(context -> context.sql(context.sql() + " /* {0} ? */")));
    try (StatementCounter counter = StatementCounter.on(tagged)) {
      assertThat(tagged.users().get(1L).nickname()).isEqualTo("user1");
      tagged.users().insertBatch(List.of(7), (u, i) -> u.nickname("u" + i).email("e" + i));
      assertThat(tagged.users().stream()).hasSize(4);
      assertThat(counter.statements())
          .hasSize(3)
          .allSatisfy(statement -> assertThat(statement.sql()).endsWith(" /* {0} ? */"));
    }
  }

  @Test
  void texts_areNotReadAsTemplates() {
    Function<Blog, Object> work =
        db ->
            db.posts()
                .where(
                    POSTS.BODY.ne(DSL.inline("{0} ? '' {fn x} :name -- \r\n /*")),
                    DSL.condition("'a?{1}' <> {0} /* ?{2} */", DSL.inline("\"{0}\"")),
                    POSTS.ID.gt(1L))
                .list();
    assertThat(work.apply(blog)).isEqualTo(work.apply(plain));
    assertThat(only().sql).contains("{fn x} :name -- \r\n /*'").contains("/* ?{2} */");
  }

  @Test
  void failedStatements_ofJooqItself_areHeardByKinrowsListenersToo() {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      assertThatThrownBy(
              () ->
                  blog.dsl()
                      .insertInto(USERS, USERS.NICKNAME, USERS.EMAIL)
                      .values("user1", "x")
                      .execute())
          .isInstanceOf(IntegrityConstraintViolationException.class);
      assertThatThrownBy(() -> blog.users().insert(u -> u.nickname("user1").email("x")))
          .isInstanceOf(IntegrityConstraintViolationException.class);
      assertThat(counter.count()).isEqualTo(2);
    }
  }

  @Test
  void aConfigurationWithoutListeners_takesTheFastPath() {
    Configuration listening = configuration(new Settings(), heard);
    Blog fast = Blog.using(DSL.using(listening.derive(new ExecuteListenerProvider[0])));
    try (StatementCounter counter = StatementCounter.on(fast)) {
      assertThat(fast.users().get(1L)).isEqualTo(plain.users().get(1L));
      assertThat(counter.count()).isEqualTo(1);
    }
    assertThat(heard.runs).isEmpty();
  }

  @Test
  void settingsOfTheExecution_areObeyed() {
    Blog few = Blog.using(DSL.using(configuration(new Settings().withMaxRows(2))));
    assertThat(few.users().all()).hasSize(2);
    assertThat(few.users().stream()).hasSize(2);
  }
}
