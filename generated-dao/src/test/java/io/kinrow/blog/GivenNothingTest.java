package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.DatabaseOptions;
import io.kinrow.runtime.Loading;
import io.kinrow.runtime.Path;
import io.kinrow.runtime.StatementCounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nulls, and conditions without any content, are refused where they come in. */
@OnBothEngines
class GivenNothingTest {

  private final BlogEngine engine;
  private final TemporaryBlog file;
  private final Blog blog;

  GivenNothingTest(BlogEngine engine) {
    this.engine = engine;
    file = new TemporaryBlog(engine);
    blog = file.openWith(3, 1);
  }

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  private static <T> T nothing() {
    return null;
  }

  @Test
  void deleteWhere_refusesConditionsThatAreTrueOfEveryRow_andDeleteAllDoesIt() {
    List<Condition> all =
        List.of(
            DSL.noCondition(),
            DSL.trueCondition(),
            DSL.noCondition().and(DSL.noCondition()),
            DSL.noCondition().or(DSL.noCondition()),
            DSL.noCondition().or(DSL.trueCondition()),
            DSL.and(),
            DSL.and(List.of()),
            DSL.and(DSL.trueCondition(), DSL.noCondition()),
            DSL.or(POSTS.ID.eq(1L), DSL.trueCondition()),
            DSL.trueCondition().and(DSL.or(DSL.trueCondition(), POSTS.ID.eq(2L))),
            DSL.not(DSL.falseCondition()),
            DSL.not(DSL.not(DSL.trueCondition())),
            DSL.not(DSL.or()),
            DSL.condition(true),
            DSL.condition(DSL.inline(true)),
            DSL.condition(DSL.val(true)),
            DSL.condition(DSL.field(DSL.trueCondition())),
            DSL.condition("1 = 1"),
            DSL.condition("true"),
            DSL.val(1).eq(1),
            DSL.inline("a").eq(DSL.inline("a")),
            USERS.ID.notIn(List.of()),
            USERS.ID.in(List.of()).not(),
            DSL.row(USERS.ID, USERS.NICKNAME).notIn(List.<Row2<Long, String>>of()),
            DSL.row(USERS.ID, USERS.NICKNAME).in(List.<Row2<Long, String>>of()).not(),
            DSL.trueCondition().xor(DSL.falseCondition()),
            DSL.field(DSL.trueCondition()).isTrue(),
            DSL.field(DSL.falseCondition()).isFalse(),
            DSL.condition("1=1 /* all */"),
            DSL.condition("1 = 1 -- all\n"),
            DSL.condition("'a' = 'a'"),
            DSL.condition("not false"),
            DSL.condition("NOT (1 = 0 AND 1 = 1)"),
            DSL.condition("true or false and false"),
            DSL.val(2).gt(1),
            DSL.val(1).ne(2),
            DSL.inline(2).gt(DSL.inline(1)),
            DSL.val("a").like("%"),
            DSL.val(1).in(1, 2),
            DSL.val(1).between(0).and(2),
            DSL.not(DSL.val(2).lt(1)),
            DSL.val(1).plus(1).eq(2),
            DSL.currentTimestamp().gt(java.sql.Timestamp.valueOf("2000-01-01 00:00:00")),
            DSL.val(1).isNotNull(),
            DSL.inline((Long) null).isNull(),
            DSL.exists(DSL.selectOne()),
            DSL.exists(DSL.selectOne().from(USERS)),
            DSL.exists(DSL.selectFrom(USERS).where(USERS.ID.eq(1L))),
            DSL.exists(DSL.selectFrom(POSTS).where(POSTS.ID.eq(1L))),
            DSL.exists(DSL.selectFrom(POSTS.as("p")).where(POSTS.as("p").ID.eq(1L))),
            DSL.notExists(DSL.selectOne().from(USERS).where(USERS.ID.eq(-1L))),
            DSL.selectCount().from(POSTS).asField().gt(DSL.val((Object) 0)),
            DSL.when(DSL.val(2).gt(1), true).otherwise(false).isTrue(),
            DSL.condition("2 > 1"),
            DSL.condition("exists (select 1)"),
            DSL.condition("exists (select 1 from users where id = 1)"),
            DSL.condition("exists (select posts.id from posts)"),
            DSL.condition("'id' = 'id' -- id"),
            DSL.condition("date('now') > '2000' /* id */"),
            DSL.condition("1 = 1 = 1"),
            DSL.condition("? = 1", 1),
            POSTS.ID.eq(1L).or(DSL.val(2).gt(1)),
            DSL.val(2).gt(1).or(POSTS.ID.eq(1L)),
            DSL.val(2).gt(1).and(DSL.val(3).gt(1)),
            DSL.val(2).gt(1).and(POSTS.ID.eq(1L).or(DSL.val(2).gt(1))).or(DSL.val(4).gt(3)),
            DSL.val(2).gt(1).xor(DSL.falseCondition()));
    Condition deep = DSL.noCondition();
    for (long id = 0; id < 20_000; id++) {
      deep = deep.or(USERS.ID.eq(id));
    }
    all = new ArrayList<>(all);
    all.add(deep.or(DSL.trueCondition()));
    for (Condition condition : all) {
      try (StatementCounter counter = StatementCounter.on(blog)) {
        assertThatThrownBy(() -> blog.posts().deleteWhere(condition))
            .as(condition.getClass().getName())
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("deleteWhere of posts")
            .hasMessageContaining("deleteAll()");
        assertThat(counter.count()).isZero();
      }
    }
    assertThat(blog.posts().count()).isEqualTo(3);
    assertThat(blog.posts().deleteAll()).isEqualTo(3);
    assertThat(blog.posts().deleteAll()).isZero();
  }

  @Test
  void deleteWhere_runsWithConditionsThatDependOnTheRow_orAreNeverTrue() {
    boolean sqlite = engine == BlogEngine.SQLITE;
    for (Condition none :
        List.of(
            DSL.falseCondition(),
            DSL.or(),
            DSL.noCondition().or(DSL.falseCondition()),
            DSL.condition(false),
            DSL.trueCondition().and(DSL.falseCondition()),
            DSL.trueCondition().not(),
            DSL.noCondition().not(),
            USERS.ID.in(List.of()),
            DSL.noCondition().and(USERS.ID.eq(99L)),
            DSL.noCondition().or(USERS.ID.eq(99L)),
            DSL.falseCondition().or(USERS.ID.eq(99L)),
            DSL.trueCondition().and(USERS.ID.eq(99L)),
            DSL.trueCondition().xor(DSL.trueCondition()),
            DSL.field(DSL.trueCondition()).isFalse(),
            DSL.condition("id = 99 -- or 1 = 1\n"),
            DSL.condition("id = 99 /* or true */ and 1 = 1"),
            DSL.condition("nickname = '1 = 1'"),
            DSL.condition("'1 = 1' = ' 1 = 1'"),
            DSL.condition("id - 1 = 1 - 1000"),
            DSL.condition("not 1 = 1"),
            DSL.condition("id + 1 = 1 and 1 = 1"),
            DSL.condition("id = 99"),
            DSL.condition("users.id = 99"),
            DSL.condition("\"users\".\"id\" = 99"),
            DSL.condition(sqlite ? "[id] = 99" : "ctid = '(99,99)'"),
            DSL.condition(sqlite ? "`id` = 99" : "(users).id = 99"),
            DSL.condition(sqlite ? "rowid = 99" : "tableoid = 0"),
            DSL.condition("ID = 99"),
            DSL.condition("lower(nickname) = 'x'"),
            DSL.field("id", Long.class).eq(99L),
            DSL.field(DSL.name("users", "id"), Long.class).eq(99L),
            DSL.val(99L).eq(USERS.ID),
            DSL.lower(USERS.NICKNAME).eq("x"),
            USERS.ID.plus(1).eq(100L),
            USERS.ID.between(98L, 99L),
            USERS.NICKNAME.like("x%"),
            USERS.ABOUT_ME.isNotNull(),
            DSL.row(USERS.ID, USERS.NICKNAME).eq(99L, "x"),
            DSL.row(USERS.ID, USERS.NICKNAME).in(List.of(DSL.row(99L, "x"))),
            DSL.val(2).gt(1).and(USERS.ID.eq(99L)),
            DSL.exists(DSL.selectOne().from(POSTS).where(POSTS.USER_ID.eq(USERS.ID.plus(9)))),
            DSL.exists(
                DSL.selectOne().from(USERS.as("u")).where(USERS.as("u").ID.eq(USERS.ID.plus(9)))),
            DSL.condition("exists (select 1 from users u where u.id = users.id + 9)"),
            USERS.ID.in(DSL.select(POSTS.USER_ID).from(POSTS).where(POSTS.ID.eq(99L))),
            DSL.when(USERS.ID.eq(99L), true).otherwise(false).isTrue())) {
      assertThat(blog.users().deleteWhere(none)).as(none.toString()).isZero();
    }
    assertThat(blog.posts().deleteWhere(POSTS.author().NICKNAME.eq("nobody"))).isZero();
    assertThat(blog.users().deleteWhere(USERS.ID.isNotNull())).isEqualTo(3);
  }

  @Test
  void nulls_areRefusedByName_beforeAnyStatement() {
    UserRepository users = blog.users();
    Post post = blog.posts().get(1L);
    assertThat(post.author().nickname()).isNotEmpty(); // loaded before statements are counted
    assertThat(post.withReplyTo(null)).isEqualTo(post);
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put(
        "insert of users: the function that sets the columns returned null",
        () -> users.insert(u -> null));
    calls.put("insert of users: the function", () -> users.insert(nothing()));
    calls.put("upsert of users: the function", () -> users.upsert(u -> null));
    calls.put("upsert of users: the func", () -> users.upsertByNickname(u -> null));
    calls.put(
        "insertAll of users: the function", () -> users.insertAll(List.of(1), (u, i) -> null));
    calls.put("insertAll of users: the func", () -> users.insertAll(List.of(1), nothing()));
    calls.put("insertAll of users: the elements", () -> users.insertAll(null, (u, i) -> null));
    calls.put(
        "insertBatch of users: the function", () -> users.insertBatch(List.of(1), (u, i) -> null));
    calls.put("insertBatch of users: the elements", () -> users.insertBatch(null, (u, i) -> null));
    calls.put("get of users: the key", () -> users.get((Long) null));
    calls.put("find of users: the key", () -> users.find(nothing()));
    calls.put("exists of users: the key", () -> users.exists(nothing()));
    calls.put("deleteByKey of users: the key", () -> users.deleteByKey(nothing()));
    calls.put("findAll of users: the key is", () -> users.findAll(Arrays.asList(1L, null)));
    calls.put("findAll of users: the collection", () -> users.findAll(null));
    calls.put("get of followers: the key", () -> blog.followers().get(null));
    calls.put("update of users: the entity", () -> users.update(null));
    calls.put("delete of users: the entity", () -> users.delete(null));
    calls.put("deleteWhere of users: the condition", () -> users.deleteWhere(null));
    calls.put("where of users: a condition", () -> users.where((Condition) null));
    calls.put("where of users: the conditions", () -> users.where((Condition[]) null));
    calls.put("orderBy of users: a field", () -> users.orderBy((OrderField<?>) null));
    calls.put("orderBy of users: the fields", () -> users.query().orderBy((OrderField<?>[]) null));
    calls.put("with of users: a relation", () -> users.with((Path<User, ?>) null));
    calls.put("loading of users: the policy", () -> users.loading((Loading) null));
    calls.put("after of users: the cursor", () -> users.query().after((Cursor) null));
    calls.put("before of users: the cursor", () -> users.query().before((Cursor) null));
    calls.put("a finder of users: the value of nickname", () -> users.findByNickname(null));
    calls.put(
        "listByAuthor of posts: the value of author is null",
        () -> blog.posts().listByAuthor(null));
    calls.put(
        "listByReplyTo of posts: the value of replyTo is", () -> blog.posts().listByReplyTo(null));
    calls.put(
        "a new row of posts: the value of author is null",
        () -> blog.posts().insert(p -> p.body("b").author(null)));
    calls.put(
        "a new row of posts: the value of author is nu",
        () -> blog.posts().insertAll(List.of(1), (p, i) -> p.body("b").author(null)));
    calls.put(
        "a new row of posts: the value of body is null",
        () -> blog.posts().upsert(p -> p.body(null).userId(1)));
    calls.put(
        "a new row of users: the value of nickname is null",
        () -> users.insertBatch(List.of(1), (u, i) -> u.nickname(null).email("e")));
    calls.put("withAuthor of posts: the value of author is null", () -> post.withAuthor(null));
    calls.put("withBody of posts: the value of body is null", () -> post.withBody(null));
    calls.put("withNickname of users: the value of nick", () -> post.author().withNickname(null));
    calls.put(
        "where of posts: a condition", () -> post.author().queryPosts().where((Condition) null));
    calls.put("then of a path: the relation is null", () -> User.POSTS.then(null));
    calls.put("the token of a cursor: it is null", () -> Cursor.of(null));
    calls.put("listen of a database: the listener is null", () -> blog.listen(null));
    calls.put(
        "insertBatch of users: the iterator",
        () -> users.insertBatch((Iterable<Integer>) () -> null, (u, i) -> null));
    calls.put("transaction of a database: the work", () -> blog.transaction(null));
    calls.put("transactionResult of a database: ", () -> blog.transactionResult(null));
    calls.put("transaction of a database: the options", () -> blog.transaction(null, tx -> {}));
    calls.put(
        "transactionResult of a database: the options are null",
        () -> blog.transactionResult(null, tx -> 1));
    calls.put(
        "transaction of a database: the function that sets the options returned null",
        () -> blog.transaction(options -> null, tx -> {}));
    calls.put(
        "isolation of a transaction: the isolation is null",
        () -> blog.transaction(options -> options.isolation(null), tx -> {}));
    calls.put("afterCommit of a database: the action is null", () -> blog.afterCommit(null));
    calls.put("timeout of users: null is not a time", () -> users.query().timeout(null));
    calls.put("open of a database: the JDBC URL", () -> Blog.open((String) null));
    calls.put("open of a database: the DataSource", () -> Blog.open((DataSource) null));
    calls.put("open of a database: the JDBC URL is", () -> Blog.open(null, options -> {}));
    calls.put("open of a database: the options", () -> Blog.open("jdbc:sqlite:x", null));
    calls.put("schema(generated, actual): the name of the generated", () -> withSchema(null, "x"));
    calls.put("schema(generated, actual): the name of the schema that", () -> withSchema("x", ""));
    calls.put(
        "open(…) with schema(\"main\", \"x\"): SQLite has no schemas",
        () -> withSchema("main", "x"));
    calls.put("DatabaseOptions.of(settings): the settings", () -> DatabaseOptions.of(null));
    calls.put("using of a database: the jOOQ context", () -> Blog.using(null));
    calls.put(
        "the page number and the page size must be at least 1: page 0 of 10 rows",
        () -> users.page(0, 10));
    calls.put(
        "the page number and the page size must be at least 1: page 1 of 0 rows",
        () -> users.page(1, 0));
    calls.put("limit must not be negative: -1", () -> users.query().limit(-1));
    calls.put("offset must not be negative: -1", () -> users.query().offset(-1));
    calls.put("the size of a slice must be at least 1", () -> users.query().slice(0));
    List<String> wrong = new ArrayList<>();
    try (StatementCounter counter = StatementCounter.on(blog)) {
      calls.forEach(
          (message, call) -> {
            try {
              call.call();
              wrong.add(message + ": nothing was thrown");
            } catch (IllegalArgumentException e) {
              if (!e.getMessage().startsWith(message)) {
                wrong.add(message + ": " + e.getMessage());
              }
            } catch (Throwable e) {
              wrong.add(message + ": " + e);
            }
          });
      assertThat(counter.count()).isZero();
    }
    assertThat(wrong).isEmpty();
    assertThat(blog.users().count()).isEqualTo(3);
  }

  private static Blog withSchema(String generated, String actual) {
    return Blog.open("jdbc:sqlite:x", options -> options.schema(generated, actual));
  }
}
