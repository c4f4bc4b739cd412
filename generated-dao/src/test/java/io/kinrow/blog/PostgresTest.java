package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.StatementListener.Executed;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The same generated code on a real PostgreSQL behind a pool: jOOQ renders its statements there.
 */
class PostgresTest {

  private final TemporaryBlog file = new TemporaryBlog(BlogEngine.POSTGRESQL);
  private final HikariDataSource pool = pool();
  private final DSLContext jooq = DSL.using(pool, SQLDialect.POSTGRES);
  private final Blog blog = Blog.using(jooq);

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(file.url());
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }

  @AfterEach
  void stop() {
    pool.close();
    file.close();
  }

  @BeforeEach
  void insert() {
    blog.users()
        .insertAll(
            IntStream.rangeClosed(1, 20).boxed().toList(),
            (u, i) -> u.nickname("user" + i).email(i + "@example.com"));
    blog.posts()
        .insertBatch(
            IntStream.range(0, 60).boxed().toList(),
            (p, i) -> p.body("post " + i).userId(1 + i % 20));
  }

  @Test
  void navigation_takesOneStatementALevel() {
    blog.followers().insert(f -> f.followerId(1).followedId(2));
    assertStatements(
        blog,
        4,
        () -> {
          List<User> users = blog.users().all();
          for (User user : users) {
            assertThat(user.posts()).hasSize(3);
            assertThat(user.posts().get(0).author()).isSameAs(user);
            assertThat(user.followersCount()).isEqualTo(user.id() == 2 ? 1 : 0);
          }
          assertThat(users.get(0).following()).extracting(User::id).containsExactly(2L);
        });
  }

  @Test
  void halfTexts_areRefusedWithTableColumnAndKey() {
    assertThat(HalfTextsTest.wrong(blog)).isEmpty();
  }

  @Test
  void writes_returnStoredRows_andExplainViolations() {
    User user = blog.users().get(3L);
    User changed =
        blog.users().update(user.withLastSeen(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 123_000)));
    assertThat(blog.users().get(3L)).isEqualTo(changed);
    assertThat(blog.users().upsertByNickname(u -> u.nickname("user3").email("new")).email())
        .isEqualTo("new");
    assertThatThrownBy(() -> blog.users().insert(u -> u.nickname("user3").email("x")))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("users")
        .hasMessageContaining("user3");
    assertThatThrownBy(() -> blog.posts().insert(p -> p.body("x").userId(99)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("99");
  }

  @Test
  void queries_pages_slices_andStreams() {
    assertThat(blog.posts().where(POSTS.author().NICKNAME.eq("user2")).count()).isEqualTo(3);
    assertThat(blog.users().findAll(List.of(5L, 1L))).extracting(User::id).containsExactly(5L, 1L);
    blog.users().update(blog.users().get(7L).withLastSeen(LocalDateTime.now()));

    List<Long> walked = new ArrayList<>();
    Slice<User> slice = blog.users().orderBy(USERS.LAST_SEEN.desc()).slice(6);
    slice.forEach(user -> walked.add(user.id()));
    for (Optional<Cursor> next = slice.next(); next.isPresent(); next = slice.next()) {
      slice = blog.users().orderBy(USERS.LAST_SEEN.desc()).after(next.get()).slice(6);
      slice.forEach(user -> walked.add(user.id()));
    }
    assertThat(walked).hasSize(20).doesNotHaveDuplicates();
    assertThat(walked.get(19)).as("PostgreSQL puts NULL first in a descending order").isEqualTo(7);

    for (Field<?> order :
        List.of(
            DSL.field("cast(email as json)", JSON.class),
            DSL.field("date 'now' - last_seen", Integer.class),
            DSL.field("cast('today' as date)", LocalDate.class),
            DSL.field("users", Record.class))) {
      assertThatThrownBy(() -> blog.users().orderBy(order).slice(3))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("cannot slice by");
    }

    assertStatements(
        blog,
        2,
        () -> {
          try (Stream<Post> posts = blog.posts().stream()) {
            assertThat(posts.map(post -> post.author().nickname()).distinct()).hasSize(20);
          }
        });
  }

  @Test
  void transactions_rollBack_alsoThoseOfJooq() {
    assertThatThrownBy(
            () ->
                jooq.transaction(
                    c -> {
                      Blog.using(c.dsl()).users().deleteByKey(1L);
                      throw new IllegalStateException("no");
                    }))
        .hasMessageContaining("no");
    assertThat(blog.users().exists(1L)).isTrue();

    blog.transaction(
        tx -> {
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          inner -> inner.users().insert(u -> u.nickname("user1").email("x"))))
              .isInstanceOf(IntegrityConstraintViolationException.class);
          tx.users().insert(u -> u.nickname("new").email("new"));
        });
    assertThat(blog.users().findByNickname("new")).isPresent();
  }

  @Test
  void keptStatements_surviveAnAlteredTable() {
    String url = file.url();
    try (Blog opened = Blog.open(url)) {
      for (int i = 0; i < 10; i++) {
        assertThat(opened.users().get(1L).nickname()).isEqualTo("user1");
      }
      jooq.execute("alter table users alter column nickname type varchar(200)");

      assertThat(opened.users().get(1L).nickname()).isEqualTo("user1");
    }
  }

  private static final class Translated extends RuntimeException {
    private static final long serialVersionUID = 1;

    Translated(Throwable cause) {
      super(cause);
    }
  }

  private static DSLContext listening(
      ConnectionProvider connections, ExecuteListener... listeners) {
    return DSL.using(
        new DefaultConfiguration().set(connections).set(SQLDialect.POSTGRES).set(listeners));
  }

  @Test
  void executeListeners_hearAllStatements() {
    Heard heard = new Heard();
    Blog listening = Blog.using(listening(new DataSourceConnectionProvider(pool), heard));

    User added = listening.users().insert(u -> u.nickname("new").email("new"));
    assertThat(heard.runs.get(0).type).isEqualTo(ExecuteType.WRITE);
    assertThat(heard.runs.get(0).rows).isEqualTo(1);
    listening.posts().insertBatch(List.of(1, 2), (p, i) -> p.body("b" + i).author(added));
    assertThat(listening.users().get(added.id()).posts()).hasSize(2);
    assertThat(listening.users().findAll(List.of(5L, 1L))).hasSize(2);
    listening.users().update(added.withNickname("newer"));
    assertThat(heard.texts()).hasSize(6);
    heard.runs.clear();

    assertThat(
            listening
                .users()
                .where(DSL.condition("'{\"a\": {\"b\": 1}}'::jsonb ?? 'a'"), USERS.ID.le(3L))
                .list())
        .hasSize(3);
    try (Stream<Post> posts = listening.posts().stream()) {
      assertThat(posts.iterator().next().id()).isEqualTo(1);
      assertThat(heard.runs).hasSize(2);
      assertThat(heard.runs.get(1).events).doesNotContain("end");
    }
    assertThat(heard.runs)
        .allSatisfy(run -> assertThat(run.events).endsWith("fetchStart", "fetchEnd", "end"));
    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
  }

  @Test
  void executeListeners_translateExceptions() {
    Blog plain = Blog.using(listening(new DataSourceConnectionProvider(pool), new Heard()));
    Blog translating =
        Blog.using(
            listening(
                new DataSourceConnectionProvider(pool),
                ExecuteListener.onException(
                    context -> context.exception(new Translated(context.sqlException())))));

    assertThatThrownBy(() -> plain.users().insert(u -> u.nickname("user3").email("x")))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("users")
        .hasMessageContaining("user3");
    assertThatThrownBy(() -> translating.users().insert(u -> u.nickname("user3").email("x")))
        .isInstanceOf(Translated.class)
        .hasCauseInstanceOf(SQLException.class);
    assertThatThrownBy(() -> translating.users().where(DSL.condition("1 / 0 = 1")).stream())
        .isInstanceOf(Translated.class);
    assertThat(translating.users().exists(1L)).isTrue();
  }

  @Test
  void alteredTables_areRead_whateverListenersMakeOfFailures() throws SQLException {
    try (Connection connection = DriverManager.getConnection(file.url())) {
      Blog translating =
          Blog.using(
              listening(
                  new DefaultConnectionProvider(connection),
                  ExecuteListener.onException(
                      context -> context.exception(new Translated(context.sqlException())))));
      for (int i = 0; i < 10; i++) {
        assertThat(translating.users().get(1L).nickname()).isEqualTo("user1");
      }
      jooq.execute("alter table users alter column nickname type varchar(200)");

      assertThat(translating.users().get(1L).nickname()).isEqualTo("user1");
    }
  }

  @Test
  void settings_ofTheQueryTimeout_areObeyed() {
    Blog hasty =
        Blog.using(DSL.using(pool, SQLDialect.POSTGRES, new Settings().withQueryTimeout(1)));
    assertThatThrownBy(
            () -> hasty.users().where(DSL.condition("pg_sleep(5) is null")).limit(1).list())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("cancel");
  }

  @Test
  void settings_ofSchemaAndQuotes_areFollowed() {
    Settings settings =
        new Settings()
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            .withRenderMapping(
                new RenderMapping()
                    .withSchemata(new MappedSchema().withInput("").withOutput("public")));
    assertThat(everyKindOfText(blog))
        .allSatisfy(sql -> assertThat(sql).contains("\"id\"").doesNotContain("public"));
    assertThat(everyKindOfText(Blog.using(DSL.using(pool, SQLDialect.POSTGRES, settings))))
        .allSatisfy(
            sql -> assertThat(sql).containsPattern("public\\.(users|posts)").doesNotContain("\""));
  }

  @Test
  void schemas_areRefused_whenTheCodeWasGeneratedWithoutThem() {
    String url = file.url();
    assertThatThrownBy(() -> Blog.open(url, options -> options.schema("public", "other")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "open(…) with schema(\"public\", \"other\"): the code was generated from tables that"
                + " are in no schema");
    try (Blog opened = Blog.open(url, options -> {})) {
      assertThat(opened.users().count()).isEqualTo(20);
    }
  }

  @Test
  void opens_asAUser_withPropertiesOfTheDriver() {
    String url = file.url().replaceAll("[?].*", "");
    try (Blog opened = Blog.open(url, "postgres", "secret")) {
      assertThat(opened.users().count()).isEqualTo(20);
    }
    assertThatThrownBy(() -> Blog.open(url + "?password=secret", "nobody", "other"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("cannot open " + url + "?password=***")
        .hasMessageContaining("\"nobody\" does not exist");
    try (Blog opened =
        Blog.open(
            url,
            options ->
                options
                    .login("postgres", "secret")
                    .property("options", "-c statement_timeout=50ms"))) {
      assertThatThrownBy(() -> opened.dsl().fetchValue("select pg_sleep(30)"))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("statement timeout");
      assertThat(opened.users().get(1L).nickname()).isEqualTo("user1");
    }
  }

  @Test
  void opens_aPool_thatStaysOpen() {
    try (Blog opened = Blog.open(pool)) {
      assertThat(opened.users().get(1L).nickname()).isEqualTo("user1");
    }
    assertThat(pool.isClosed()).isFalse();
  }

  private static List<String> everyKindOfText(Blog blog) {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      User user = blog.users().get(1L);
      blog.users().findAll(List.of(1L, 2L));
      blog.posts().where(POSTS.ID.eq(1L)).list();
      assertThat(user.posts().get(0).author()).isSameAs(user);
      User other = blog.users().upsertByNickname(u -> u.nickname("other").email("other"));
      blog.users().update(other.withNickname("another"));
      blog.users().delete(other);
      blog.posts().insert(p -> p.body("last").userId(1));
      try (Stream<Post> posts = blog.posts().stream()) {
        assertThat(posts).isNotEmpty();
      }
      return counter.statements().stream().map(Executed::sql).toList();
    }
  }
}
