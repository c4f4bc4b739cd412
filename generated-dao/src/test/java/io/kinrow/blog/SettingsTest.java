package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.StatementListener.Executed;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.MappedTable;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rendering settings of the jOOQ configuration that a database is opened with. */
class SettingsTest {

  private final TemporaryBlog file = new TemporaryBlog();
  private final Connection connection = connect(file.url());

  @AfterEach
  void close() throws SQLException {
    connection.close();
    file.close();
  }

  private static Connection connect(String url) {
    try {
      return DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Blog blog(Settings settings) {
    return Blog.using(DSL.using(connection, SQLDialect.SQLITE, settings));
  }

  /** The texts of one statement of each kind, by what ran them. */
  private static Map<String, String> texts(Blog blog) {
    Map<String, String> texts = new LinkedHashMap<>();
    try (StatementCounter counter = StatementCounter.on(blog)) {
      List<User> users = new ArrayList<>();
      run(texts, counter, "insert", () -> users.add(insert(blog, "susan")));
      run(texts, counter, "get", () -> blog.users().get(users.get(0).id()));
      run(texts, counter, "find", () -> blog.users().findByNickname("susan"));
      run(texts, counter, "find all", () -> blog.users().findAll(List.of(1L)));
      run(texts, counter, "all", () -> blog.users().all());
      run(texts, counter, "list", () -> blog.users().where(USERS.NICKNAME.ne("x")).list());
      run(
          texts,
          counter,
          "batch",
          () -> blog.posts().insertBatch(List.of(1), (p, i) -> p.body("b").author(users.get(0))));
      run(texts, counter, "children", () -> assertThat(users.get(0).posts()).hasSize(1));
      Post post = blog.posts().get(1L);
      run(texts, counter, "parent", () -> assertThat(post.author()).isEqualTo(users.get(0)));
      run(texts, counter, "many-to-many", () -> assertThat(users.get(0).followers()).isEmpty());
      run(texts, counter, "count", () -> assertThat(blog.users().count()).isEqualTo(1));
      run(texts, counter, "related count", () -> insert(blog, "a").postsCount());
      run(texts, counter, "stream", () -> read(blog));
      run(texts, counter, "update", () -> blog.posts().update(post.withBody("c")));
      run(
          texts,
          counter,
          "upsert",
          () -> blog.users().upsertByNickname(u -> u.nickname("susan").email("new")));
      run(texts, counter, "delete where", () -> blog.posts().deleteWhere(POSTS.ID.gt(7L)));
      run(texts, counter, "delete", () -> blog.posts().delete(post));
    }
    return texts;
  }

  private static User insert(Blog blog, String name) {
    return blog.users().insert(u -> u.nickname(name).email(name));
  }

  private static void read(Blog blog) {
    try (Stream<Post> posts = blog.posts().stream()) {
      assertThat(posts).hasSize(1);
    }
  }

  private static void run(
      Map<String, String> texts, StatementCounter counter, String name, Runnable work) {
    int before = counter.count();
    work.run();
    List<Executed> ran = counter.statements();
    assertThat(ran).as(name).hasSizeGreaterThan(before);
    texts.put(name, ran.get(ran.size() - 1).sql());
  }

  @Test
  void schemas_areRendered_whereTheSettingsSaySo() {
    Settings schema =
        new Settings()
            .withRenderMapping(
                new RenderMapping()
                    .withSchemata(new MappedSchema().withInput("").withOutput("main")));
    assertThat(texts(blog(schema.withRenderSchema(true))))
        .allSatisfy(
            (name, sql) -> assertThat(sql).as(name).containsPattern("main\\.(users|posts|foll)"));
  }

  @Test
  void schemas_areNotRendered_whereTheSettingsSayNo() {
    assertThat(texts(blog(new Settings().withRenderSchema(false))))
        .allSatisfy((name, sql) -> assertThat(sql).as(name).doesNotContain("main"));
  }

  @Test
  void names_followTheirCase() {
    Settings upper =
        new Settings()
            .withRenderNameCase(RenderNameCase.UPPER)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);
    assertThat(texts(blog(upper)))
        .allSatisfy(
            (name, sql) ->
                assertThat(sql)
                    .as(name)
                    .containsPattern("USERS|POSTS|FOLLOWERS")
                    .doesNotContainPattern("\\b(users|posts|followers|nickname|body|id)\\b"));
  }

  @Test
  void tables_areMapped() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("alter table users rename to people");
    }
    Settings mapped =
        new Settings()
            .withRenderMapping(
                new RenderMapping()
                    .withSchemata(
                        new MappedSchema()
                            .withInput("")
                            .withTables(
                                new MappedTable().withInput("users").withOutput("people"))));
    assertThat(texts(blog(mapped)))
        .allSatisfy((name, sql) -> assertThat(sql).as(name).doesNotContain("users"))
        .hasEntrySatisfying("get", sql -> assertThat(sql).contains("people"));
  }

  @Test
  void keywords_andFormat_follow() {
    Settings formatted =
        new Settings().withRenderKeywordCase(RenderKeywordCase.UPPER).withRenderFormatted(true);
    assertThat(texts(blog(formatted)))
        .allSatisfy(
            (name, sql) ->
                assertThat(sql).as(name).containsPattern("^(SELECT|INSERT|UPDATE|DELETE)\\b"))
        .hasEntrySatisfying("get", sql -> assertThat(sql).contains("\n"));
  }

  @Test
  void inlinedAndStaticStatements_areRunWithBindsAllTheSame() {
    Settings inlined =
        new Settings()
            .withParamType(ParamType.INLINED)
            .withStatementType(StatementType.STATIC_STATEMENT)
            .withInlineThreshold(1)
            .withRenderPlainSQLTemplatesAsRaw(true);
    Heard heard = new Heard();
    var configuration = DSL.using(connection, SQLDialect.SQLITE, inlined).configuration();
    assertThat(texts(blog(inlined)))
        .hasEntrySatisfying("get", sql -> assertThat(sql).contains("?"));
    try (var users = blog(inlined).users().stream()) {
      users.forEach(blog(inlined).users()::delete);
    }
    assertThat(texts(Blog.using(DSL.using(configuration.set(heard)))))
        .hasEntrySatisfying("get", sql -> assertThat(sql).contains("?"));
    assertThat(heard.runs).isNotEmpty();
  }
}
