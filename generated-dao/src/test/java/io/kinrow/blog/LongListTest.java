package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.FOLLOWERS;
import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.row;

import io.kinrow.runtime.Query;
import io.kinrow.runtime.StatementCounter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of any length in conditions: as one value, with the result of the list spelled out. */
class LongListTest {

  private static final int USERS_THERE = 40;

  private static TemporaryBlog file;
  private static Blog sqlite;
  private static TemporaryBlog database;
  private static Blog onPostgres;

  @BeforeAll
  static void start() {
    file = new TemporaryBlog();
    sqlite = file.openWith(USERS_THERE, 2);
    database = new TemporaryBlog(BlogEngine.POSTGRESQL);
    onPostgres = database.openWith(USERS_THERE, 2);
    for (Blog blog : List.of(sqlite, onPostgres)) {
      blog.users().update(blog.users().get(3L).withAboutMe("me"));
      for (long i = 1; i < USERS_THERE; i++) {
        long follower = i;
        blog.followers().insert(f -> f.followerId(follower).followedId(follower + 1));
      }
    }
  }

  @AfterAll
  static void stop() {
    sqlite.close();
    file.close();
    onPostgres.close();
    database.close();
  }

  private static Blog blog(String where) {
    return switch (where) {
      case "SQLite" -> sqlite;
      case "PostgreSQL" -> onPostgres;
      default ->
          Blog.using(
              DSL.using(
                  new DefaultConfiguration()
                      .set(sqlite.dsl().configuration().connectionProvider())
                      .set(SQLDialect.SQLITE)
                      .set(ExecuteListener.onStart(context -> {}))));
    };
  }

  private static List<Long> numbers(int from, int count) {
    return LongStream.range(from, from + count).boxed().toList();
  }

  private static List<Long> ids(Query<User> query) {
    return query.orderBy(USERS.ID).list().stream().map(User::id).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL", "SQLite through jOOQ"})
  void listOfAMillion_isOneBindOfOneStatement(String where) {
    Blog blog = blog(where);
    for (int size : new int[] {21, 40_000, 1_000_000}) {
      try (StatementCounter counter = StatementCounter.on(blog)) {
        assertThat(blog.users().where(USERS.ID.in(numbers(31, size))).list())
            .hasSize(Math.min(size, 10));
        assertThat(counter.statements()).hasSize(1);
        assertThat(counter.statements().get(0).binds()).hasSize(1);
        assertThat(counter.statements().get(0).sql()).hasSizeLessThan(300);
      }
    }
    assertThat(ids(blog.users().where(USERS.ID.notIn(numbers(3, 100_000)))))
        .containsExactly(1L, 2L);
    List<String> names = IntStream.range(39, 50_000).mapToObj(number -> "user" + number).toList();
    assertThat(ids(blog.users().where(USERS.NICKNAME.in(names)))).containsExactly(39L, 40L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL", "SQLite through jOOQ"})
  void longList_worksWhereverConditionsStand(String where) {
    Blog blog = blog(where);
    List<Long> some = numbers(36, 50_000);
    List<String> names = some.stream().map(number -> "user" + number).toList();
    Condition in = USERS.ID.in(some);
    assertThat(blog.users().where(in).count()).isEqualTo(5);
    assertThat(blog.users().where(in).exists()).isTrue();
    assertThat(blog.users().where(USERS.ID.in(numbers(99, 50_000))).exists()).isFalse();
    assertThat(blog.users().where(in).orderBy(USERS.ID).slice(2).rows()).hasSize(2);
    assertThat(blog.users().where(in).orderBy(USERS.ID).page(2, 2).rows()).hasSize(2);
    try (Stream<User> users = blog.users().where(in).stream()) {
      assertThat(users).hasSize(5);
    }
    assertThat(ids(blog.users().where(in.not(), USERS.ID.gt(33L)))).containsExactly(34L, 35L);
    assertThat(ids(blog.users().where(in.and(USERS.NICKNAME.ne("user37")).or(USERS.ID.eq(1L)))))
        .containsExactly(1L, 36L, 38L, 39L, 40L);
    assertThat(ids(blog.users().where(in, USERS.NICKNAME.in(names), USERS.ID.in(numbers(1, 38)))))
        .containsExactly(36L, 37L, 38L);
    assertThat(blog.posts().where(POSTS.author().NICKNAME.in(names)).count()).isEqualTo(10);
    assertThat(
            ids(
                blog.users()
                    .where(
                        USERS.ID.in(
                            DSL.select(POSTS.USER_ID).from(POSTS).where(POSTS.USER_ID.in(some))))))
        .hasSize(5);
    assertThat(
            ids(
                blog.users()
                    .where(DSL.when(USERS.ID.in(some), 1).otherwise(2).eq(1), USERS.ID.ne(40L))))
        .hasSize(4);
    User user = blog.users().get(40L);
    assertThat(user.queryPosts().where(POSTS.ID.in(numbers(80, 50_000))).list()).hasSize(1);
    assertThatThrownBy(() -> blog.users().where(in).one())
        .hasMessageContaining("several rows of users")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(3_000));
    blog.transaction(
        tx -> {
          List<String> added = IntStream.range(0, 30).mapToObj(i -> "added" + i).toList();
          tx.users().insertBatch(added, (u, name) -> u.nickname(name).email(name));
          assertThat(tx.users().deleteWhere(USERS.NICKNAME.in(added))).isEqualTo(30);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL", "SQLite through jOOQ"})
  void nullAmongTheValues_hasTheEffectThatItHasInAShortList(String where) {
    Blog blog = blog(where);
    for (List<String> values :
        List.of(
            Arrays.asList("me", null), Arrays.asList("you", null), List.of("me"), List.of("you"))) {
      List<String> longer = new ArrayList<>(values);
      IntStream.range(0, 30).forEach(i -> longer.add("none" + i));
      assertThat(ids(blog.users().where(USERS.ABOUT_ME.in(longer))))
          .isEqualTo(ids(blog.users().where(USERS.ABOUT_ME.in(values))));
      assertThat(ids(blog.users().where(USERS.ABOUT_ME.notIn(longer))))
          .isEqualTo(ids(blog.users().where(USERS.ABOUT_ME.notIn(values))));
    }
    List<String> nulls = Collections.nCopies(30, null);
    assertThat(ids(blog.users().where(USERS.ABOUT_ME.in(nulls)))).isEmpty();
    assertThat(ids(blog.users().where(USERS.ABOUT_ME.notIn(nulls)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL", "SQLite through jOOQ"})
  void longListOfRows_isFoundByAllColumns(String where) {
    Blog blog = blog(where);
    List<Row2<Long, Long>> rows = new ArrayList<>();
    for (long i = 30; i < 20_030; i++) {
      rows.add(row(i, i % 2 == 0 ? i + 1 : 0L));
    }
    Condition in = row(FOLLOWERS.FOLLOWER_ID, FOLLOWERS.FOLLOWED_ID).in(rows);
    assertThat(
            blog.followers().where(in).orderBy(FOLLOWERS.FOLLOWER_ID).list().stream()
                .map(Follower::followerId))
        .containsExactly(30L, 32L, 34L, 36L, 38L);
    assertThat(
            blog.followers()
                .where(row(FOLLOWERS.FOLLOWER_ID, FOLLOWERS.FOLLOWED_ID).notIn(rows))
                .count())
        .isEqualTo(USERS_THERE - 1 - 5);
    assertThat(blog.followers().where(in.not()).count()).isEqualTo(USERS_THERE - 1 - 5);
    rows.add(row((Long) null, 2L));
    assertThat(
            blog.followers()
                .where(row(FOLLOWERS.FOLLOWER_ID, FOLLOWERS.FOLLOWED_ID).notIn(rows))
                .count())
        .isEqualTo(USERS_THERE - 1 - 5 - 1);
  }

  /** A value for each number. */
  private record Type<T>(DataType<T> type, Function<Integer, T> values) {}

  private static Map<String, Type<?>> types(boolean postgres) {
    LocalDateTime time = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
    Map<String, Type<?>> types = new LinkedHashMap<>();
    types.put("bigint", new Type<>(SQLDataType.BIGINT, n -> Long.MAX_VALUE - n));
    types.put("integer", new Type<>(SQLDataType.INTEGER, n -> n));
    types.put("smallint", new Type<>(SQLDataType.SMALLINT, Integer::shortValue));
    types.put("double precision", new Type<>(SQLDataType.DOUBLE, n -> n / 3.0));
    types.put("real", new Type<>(SQLDataType.REAL, n -> n / 4f));
    types.put("numeric(20, 4)", new Type<>(SQLDataType.DECIMAL(20, 4), BigDecimal::valueOf));
    types.put("boolean", new Type<>(SQLDataType.BOOLEAN, n -> n % 2 == 0));
    types.put("text", new Type<>(SQLDataType.CLOB, n -> "a\"b\\c{d},'e" + n));
    types.put("varchar(5)", new Type<>(SQLDataType.VARCHAR(5), n -> "abcde" + n));
    types.put("char(4)", new Type<>(SQLDataType.CHAR(4), n -> "c" + n));
    types.put("timestamp", new Type<>(SQLDataType.LOCALDATETIME, time::plusMinutes));
    types.put(
        "timestamp with time zone",
        new Type<>(
            SQLDataType.OFFSETDATETIME,
            n -> OffsetDateTime.of(time.plusHours(n), ZoneOffset.ofHours(n % 9))));
    types.put("date", new Type<>(SQLDataType.LOCALDATE, LocalDate.of(2026, 1, 2)::plusDays));
    types.put("time", new Type<>(SQLDataType.LOCALTIME, LocalTime.of(3, 4, 5)::plusMinutes));
    types.put("uuid", new Type<>(SQLDataType.UUID, n -> new UUID(7, n)));
    types.put(
        postgres ? "bytea" : "blob",
        new Type<>(SQLDataType.BLOB, n -> new byte[] {0, -1, '\\', n.byteValue()}));
    types.put(
        "bigint ",
        new Type<>(
            SQLDataType.BIGINT.asConvertedDataType(
                Converter.of(
                    Long.class, String.class, n -> "n" + n, s -> Long.valueOf(s.substring(1)))),
            n -> "n" + n));
    if (postgres) {
      types.put(
          "mood",
          new Type<>(
              SQLDataType.VARCHAR.asEnumDataType(PostgresMood.class),
              n -> PostgresMood.values()[n % 2]));
    } else {
      types.put("text collate nocase", new Type<>(SQLDataType.CLOB, n -> "A" + n));
      types.put("text default 'a'", new Type<>(SQLDataType.CLOB, n -> "12" + n));
    }
    return types;
  }

  enum PostgresMood implements org.jooq.EnumType {
    IN_PROGRESS("in-progress"),
    DONE("done");

    private final String literal;

    PostgresMood(String literal) {
      this.literal = literal;
    }

    @Override
    public String getLiteral() {
      return literal;
    }

    @Override
    public String getName() {
      return "mood";
    }
  }

  @Test
  void valuesOfEveryType_areFoundAsInAShortList() {
    onPostgres.dsl().execute("create type mood as enum ('in-progress', 'done')");
    for (Blog blog : List.of(sqlite, onPostgres)) {
      boolean postgres = blog == onPostgres;
      types(postgres).forEach((name, type) -> check(blog, name, type));
    }
  }

  /** Each value that a table of ids and values has, in a list of 5 and in one of 50. */
  private static <T> void check(Blog blog, String name, Type<T> type) {
    Field<Long> id = DSL.field(DSL.name("things", "id"), Long.class);
    Field<T> value = DSL.field(DSL.name("things", "value"), type.type());
    blog.dsl().execute("drop table if exists things");
    blog.dsl().execute("create table things (id bigint not null, value " + name + ")");
    for (int n = 0; n < 20; n++) {
      try {
        blog.dsl()
            .insertInto(
                DSL.table("things"), DSL.field("id", Long.class), DSL.field("value", type.type()))
            .values((long) n + 1, type.values().apply(n))
            .execute();
      } catch (DataAccessException e) {
        assertThat(name).as(e.getMessage()).isEqualTo("varchar(5)");
      }
    }
    List<T> few = new ArrayList<>();
    for (int n = 3; n < 8; n++) {
      few.add(type.values().apply(n));
    }
    List<T> many = new ArrayList<>(few);
    many.addAll(Collections.nCopies(40, few.get(0)));
    for (Function<List<T>, Condition> condition :
        List.<Function<List<T>, Condition>>of(value::in, value::notIn)) {
      List<List<Long>> found = new ArrayList<>();
      for (List<T> list : List.of(few, many)) {
        try (StatementCounter counter = StatementCounter.on(blog)) {
          found.add(
              ids(
                  blog.users()
                      .where(
                          USERS.ID.in(
                              DSL.select(id)
                                  .from(DSL.table("things"))
                                  .where(condition.apply(list))))));
          assertThat(counter.statements().get(0).binds())
              .as(name + counter.statements())
              .hasSize(list == few ? 5 : 1);
        }
      }
      assertThat(found.get(1)).as(name).isEqualTo(found.get(0));
      assertThat(found.get(1).isEmpty())
          .as(name)
          .isEqualTo(
              name.equals("varchar(5)") && blog == onPostgres
                  || name.contains("bool") && condition.apply(few).toString().contains("not in")
                  || name.equals("mood") && condition.apply(few).toString().contains("not in"));
    }
    blog.dsl().execute("drop table things");
  }

  @Test
  void listOfExpressions_staysAsItIs() {
    List<Field<Long>> values = new ArrayList<>();
    for (long n = 1; n <= 30; n++) {
      values.add(n % 2 == 0 ? DSL.val(n) : DSL.val(n).plus(0));
    }
    assertThat(ids(sqlite.users().where(USERS.ID.in(values)))).hasSize(30);
    List<Field<Long>> inlined =
        numbers(1, 30).stream().map(n -> (Field<Long>) DSL.inline(n)).toList();
    assertThat(ids(sqlite.users().where(USERS.ID.in(inlined)))).hasSize(30);
    assertThat(ids(onPostgres.users().where(USERS.ID.in(inlined)))).hasSize(30);
  }

  @Test
  void oneStatement_mayHaveLongListsAndManyOtherValues() {
    List<Condition> others = new ArrayList<>();
    for (long n = 0; n < 500; n++) {
      others.add(USERS.ID.eq(n));
    }
    for (Blog blog : List.of(sqlite, onPostgres)) {
      assertThat(ids(blog.users().where(USERS.ID.in(numbers(20, 100_000)), DSL.or(others))))
          .hasSize(USERS_THERE - 19);
    }
  }

  @Test
  void statementBeyondTheLimits_isRefusedWithWhatToDo() {
    List<Condition> others = new ArrayList<>();
    for (long n = 0; n < 100_000; n++) {
      others.add(USERS.ID.eq(n));
    }
    for (int size : new int[] {2_000, 100_000}) {
      assertThatThrownBy(() -> sqlite.users().where(DSL.or(others.subList(0, size))).list())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("give values to in(…)")
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(5_000));
    }
    Condition nested = DSL.noCondition();
    for (Condition other : others.subList(0, 40_000)) {
      nested = nested.or(other);
    }
    Condition deep = nested;
    assertThatThrownBy(() -> sqlite.users().deleteWhere(deep))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("give values to in(…)");
    assertThat(sqlite.users().count()).isEqualTo(USERS_THERE);
  }

  @Test
  void longLists_shareOneText_whateverTheirLength() {
    try (StatementCounter counter = StatementCounter.on(sqlite)) {
      sqlite.users().where(USERS.ID.in(numbers(1, 30))).list();
      sqlite.users().where(USERS.ID.in(numbers(1, 300))).list();
      assertThat(counter.statements().stream().map(statement -> statement.sql()).distinct())
          .containsExactly(counter.statements().get(0).sql());
      assertThat(counter.statements().get(0).sql())
          .contains("in (select +(value) from json_each(?))");
    }
  }
}
