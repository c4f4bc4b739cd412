package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.when;

import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * All slices together are the whole list: random orders over random rows, in both directions, while
 * rows come and go. {@code -Dkinrow.slices.tries} is the number of orders on each engine, {@code
 * -Dkinrow.slices.seed} the first of their seeds.
 */
class RandomSlicesTest {

  private static final int TRIES = Integer.getInteger("kinrow.slices.tries", 120);
  private static final long SEED = Long.getLong("kinrow.slices.seed", 1);

  /** SQLite: any storage class in any column, and times in several spellings. */
  private static final Map<String, List<String>> SQLITE =
      new TreeMap<>(
          Map.of(
              "x_any",
              List.of(
                  "1",
                  "1.0",
                  "1.5",
                  "'1'",
                  "'a'",
                  "'A'",
                  "x'61'",
                  "x''",
                  "''",
                  "9223372036854775807",
                  "9.223372036854775e18",
                  "9e999",
                  "-9e999",
                  "0.1 + 0.2",
                  "0.3",
                  "'a' || char(0) || 'b'",
                  "'a' || char(0) || 'c'",
                  "'é'",
                  "char(128512)",
                  "char(65533)",
                  "cast(x'61ff' as text)",
                  "cast(x'61fe' as text)"),
              "x_nocase text collate nocase",
              List.of("'a'", "'A'", "'b'", "'B'", "''", "x'41'"),
              "x_rtrim text collate rtrim",
              List.of("'a'", "'a  '", "'b'"),
              "x_real real",
              List.of("1", "-0.0", "0.0", "0.1", "1e300", "5e-324", "9e999", "'no number'"),
              "x_num numeric",
              List.of("1", "1.10", "12345678901234567890.125", "'x'", "'007'"),
              "x_time timestamp",
              List.of(
                  "'2026-01-01 00:00:00'",
                  "'2026-01-01T00:00:00'",
                  "'2026-01-01 00:00:00.000'",
                  "'2026-01-01'",
                  "1767225600000",
                  "1767225600"),
              "x_flag boolean",
              List.of("0", "1", "'t'", "'f'", "'true'", "2"),
              "x_text text",
              List.of("'1'", "2", "'10'", "x'31'"),
              "x_int integer",
              List.of("1", "'2'", "1.5", "'x'", "x'31'")));

  private static final Map<String, List<String>> POSTGRES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("x_bytea bytea", List.of("'\\x'", "'\\x00'", "'\\x00ff'", "'\\x61'")),
              Map.entry(
                  "x_texts text[]",
                  List.of("'{}'", "'{a}'", "'{a,null}'", "'{a,\"b,c\"}'", "'{\"NULL\"}'")),
              Map.entry("x_ints int[]", List.of("'{}'", "'{1}'", "'{1,2}'", "'[0:1]={1,2}'")),
              Map.entry(
                  "x_double double precision",
                  List.of("'NaN'", "'Infinity'", "'-Infinity'", "-0.0", "0", "0.1", "1e300")),
              Map.entry("x_real real", List.of("0.1", "0.2", "16777217", "'NaN'", "1e-45")),
              Map.entry(
                  "x_numeric numeric",
                  List.of("1", "1.0", "1.00", "'NaN'", "123456789012345678.9")),
              Map.entry("x_small smallint", List.of("1", "2", "-3")),
              Map.entry(
                  "x_uuid uuid",
                  List.of(
                      "'00000000-0000-0000-0000-000000000001'",
                      "'ffffffff-ffff-ffff-ffff-ffffffffffff'")),
              Map.entry("x_mood mood", List.of("'zufrieden'", "'aergerlich'", "'mittel'")),
              Map.entry(
                  "x_jsonb jsonb", List.of("'1'", "'\"a\"'", "'null'", "'[1, 2]'", "'{\"a\": 1}'")),
              Map.entry("x_flag boolean", List.of("true", "false")),
              Map.entry(
                  "x_instant timestamptz",
                  List.of(
                      "'2026-01-01 00:00:00.000001+00'",
                      "'2026-01-01 00:00:00.000002+00'",
                      "'2026-01-01 01:00:00.000001+01'",
                      "'infinity'",
                      "'0044-03-15 00:00:00+00 BC'")),
              Map.entry(
                  "x_time timestamp",
                  List.of("'2026-01-01 00:00:00.1'", "'2026-01-01'", "'-infinity'")),
              Map.entry("x_date date", List.of("'2026-01-01'", "'infinity'", "'0044-03-15 BC'")),
              Map.entry("x_clock time", List.of("'00:00'", "'24:00'", "'12:00:00.000001'")),
              Map.entry(
                  "x_interval interval",
                  List.of("'1 month'", "'30 days'", "'29 days 24 hours'", "'-1 second'")),
              Map.entry("x_c text collate \"C\"", List.of("'a'", "'B'", "'A'", "'é'")),
              Map.entry("x_nocase text collate nocase", List.of("'a'", "'A'", "'b'", "'B'", "'é'")),
              Map.entry("x_citext citext", List.of("'a'", "'A'", "'b'", "'B'")),
              Map.entry("x_char char(3)", List.of("'a'", "'a '", "'b'", "'ab'")),
              Map.entry("x_varchar varchar(9)", List.of("'a'", "'A'", "''", "E'\\\\'", "'''x'")),
              Map.entry("x_bits bit varying", List.of("b'0'", "b'1'", "b'10'", "b''")),
              Map.entry("x_inet inet", List.of("'10.0.0.1'", "'10.0.0.1/8'", "'::1'")),
              Map.entry("x_range int4range", List.of("'empty'", "'[1,3)'", "'[1,)'", "'(,1)'")),
              Map.entry("x_money money", List.of("'1.00'", "'-2000.50'"))));

  @Test
  void slicesAreTheWholeList_onSqlite() {
    try (TemporaryBlog file = new TemporaryBlog();
        Blog blog = file.open()) {
      blog.dsl().execute("pragma synchronous = off");
      new World(blog, SQLITE).tryOut();
    }
  }

  @Test
  void slicesAreTheWholeList_onPostgres() {
    try (TemporaryBlog file = new TemporaryBlog(BlogEngine.POSTGRESQL);
        Blog blog = file.open()) {
      DSLContext jooq = blog.dsl();
      jooq.execute("create extension citext");
      jooq.execute("create type mood as enum ('zufrieden', 'mittel', 'aergerlich')");
      jooq.execute(
          """
          create collation nocase
            (provider = icu, locale = 'und-u-ks-level2', deterministic = false)""");
      new World(blog, POSTGRES).tryOut();
    }
  }

  /** H2 stands for the engines whose values jOOQ converts. */
  private static final Map<String, List<String>> H2 =
      new TreeMap<>(
          Map.of(
              "x_bytes varbinary", List.of("x''", "x'00'", "x'00ff'", "x'61'"),
              "x_double double precision", List.of("'NaN'", "'Infinity'", "-0.0", "0.1", "1e300"),
              "x_numeric numeric(20, 2)", List.of("1", "1.10", "123456789012345678.9"),
              "x_uuid uuid", List.of("random_uuid()"),
              "x_flag boolean", List.of("true", "false"),
              "x_time timestamp(9)",
                  List.of(
                      "'2026-01-01 00:00:00.000000001'",
                      "'2026-01-01 00:00:00.000000002'",
                      "'2026-01-01 00:00:00.000001'",
                      "'2026-01-01'"),
              "x_clock time(9)", List.of("'12:00:00.000000001'", "'12:00:00.000000002'"),
              "x_instant timestamp(9) with time zone",
                  List.of(
                      "'2026-01-01 00:00:00.000000001+01'", "'2026-01-01 00:00:00.000000002+01'"),
              "x_nocase varchar_ignorecase", List.of("'a'", "'A'", "'b'", "'B'")));

  private static final Map<String, Class<?>> H2_TYPES =
      Map.of(
          "x_bytes", byte[].class,
          "x_double", Double.class,
          "x_numeric", BigDecimal.class,
          "x_uuid", UUID.class,
          "x_flag", Boolean.class,
          "x_time", LocalDateTime.class,
          "x_clock", LocalTime.class,
          "x_instant", OffsetDateTime.class);

  @Test
  void slicesAreTheWholeList_onH2() {
    String settings = ";database_to_upper=false;case_insensitive_identifiers=true";
    DSLContext jooq = DSL.using("jdbc:h2:mem:slices" + settings);
    createTables(jooq);
    new World(Blog.using(jooq), H2).tryOut();
  }

  private static void createTables(DSLContext jooq) {
    jooq.execute(
        """
        create table users (
          id bigint generated by default as identity primary key, nickname varchar not null unique,
          email varchar not null unique, about_me varchar, last_seen timestamp)""");
    jooq.execute(
        """
        create table posts (
          id bigint generated by default as identity primary key, body varchar not null,
          created_at timestamp default current_timestamp not null,
          user_id bigint not null references users, reply_to_id bigint references posts)""");
  }

  /** Rows of a database, and orders of them. */
  private static final class World {

    private final Blog blog;
    private final DSLContext jooq;
    private final Map<String, List<String>> columns;
    private final List<Field<?>> fields;
    private final Set<Long> used = new HashSet<>();
    private Random random = new Random(SEED);

    World(Blog blog, Map<String, List<String>> columns) {
      this.blog = blog;
      this.jooq = blog.dsl();
      this.columns = columns;
      columns.keySet().forEach(column -> jooq.execute("alter table posts add column " + column));
      jooq.execute(
          "insert into users (id, nickname, email, about_me) values (1, 'b', '1', 'x'),"
              + " (2, 'a', '2', null), (3, 'c', '3', 'x'), (4, 'd', '4', '')");
      this.fields = new ArrayList<>(expressions());
      if (columns == SQLITE) {
        // text among whole numbers, in an expression that compares as whole numbers do
        fields.add(
            field(
                "(select v from (select posts.user_id as v where posts.user_id < 3"
                    + " union all select posts.x_text) limit 1)"));
      }
      names().forEach(column -> fields.add(field(name("posts", column), type(column))));
    }

    /** Where values are converted, jOOQ has to know the types. */
    private Class<?> type(String column) {
      return columns == H2 ? H2_TYPES.getOrDefault(column, String.class) : Object.class;
    }

    private List<String> names() {
      return columns.keySet().stream().map(column -> column.split(" ")[0]).toList();
    }

    private static List<Field<?>> expressions() {
      return List.of(
          POSTS.ID,
          POSTS.BODY,
          POSTS.CREATED_AT,
          POSTS.USER_ID,
          POSTS.REPLY_TO_ID,
          POSTS.author().ABOUT_ME,
          POSTS.author().NICKNAME,
          POSTS.replyTo().ID,
          POSTS.replyTo().BODY,
          POSTS.replyTo().CREATED_AT,
          POSTS.replyTo().author().NICKNAME,
          POSTS.replyTo().replyTo().USER_ID,
          when(POSTS.BODY.eq("a"), 1).when(POSTS.USER_ID.eq(2L), 2),
          POSTS.BODY.sortAsc("b", "a").$field(),
          POSTS.BODY.sortDesc("b", "a").$field(),
          field(select(USERS.ABOUT_ME).from(USERS).where(USERS.ID.eq(POSTS.USER_ID))),
          field(selectCount().from(USERS).where(USERS.NICKNAME.lt(POSTS.BODY))),
          field(select(max(USERS.ID)).from(USERS).where(USERS.NICKNAME.lt(POSTS.BODY))),
          field(POSTS.REPLY_TO_ID.gt(3L)),
          field("posts.reply_to_id > 3 and posts.user_id = 2", Boolean.class),
          coalesce(POSTS.REPLY_TO_ID, POSTS.USER_ID),
          nullif(POSTS.BODY, "a"),
          lower(POSTS.BODY).concat("!"),
          length(POSTS.BODY).plus(POSTS.REPLY_TO_ID),
          POSTS.REPLY_TO_ID.cast(String.class),
          POSTS.USER_ID.plus(POSTS.ID).mod(3L));
    }

    void tryOut() {
      for (long seed = SEED; seed < SEED + TRIES; seed++) {
        random = new Random(seed);
        jooq.execute("delete from posts");
        used.clear();
        change(8, 16);
        List<OrderField<?>> order = order();
        Condition condition = random.nextInt(3) == 0 ? POSTS.USER_ID.le(3L) : DSL.noCondition();
        Query<Post> query = blog.posts().where(condition).orderBy(order.toArray(OrderField[]::new));
        String about = "-Dkinrow.slices.seed=" + seed + " -Dkinrow.slices.tries=1 " + order;
        try {
          walk(query, random.nextBoolean(), about);
          backAndForth(query, about);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError(about, e);
        }
      }
    }

    private List<OrderField<?>> order() {
      List<OrderField<?>> order = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        // one in four is a NOT NULL column of the table itself, for row comparisons
        Field<?> field = one(random.nextInt(4) == 0 ? fields.subList(0, 4) : fields);
        SortField<?> sort =
            List.of(field.sortDefault(), field.asc(), field.desc()).get(random.nextInt(3));
        int nulls = random.nextInt(4);
        // both change the sort itself
        order.add(nulls == 0 ? sort.nullsFirst() : nulls == 1 ? sort.nullsLast() : sort);
      }
      return order;
    }

    /** Walks from one end to the other while rows come and go, then once more in peace. */
    private void walk(Query<Post> query, boolean backwards, String about) {
      List<Long> whole = whole(query);
      List<Long> moved = new ArrayList<>();
      int size = 1 + random.nextInt(6);
      Slice<Post> slice = add(first(query, backwards, size), backwards, moved);
      for (Optional<Cursor> on = on(slice, backwards); on.isPresent(); on = on(slice, backwards)) {
        if (random.nextInt(2) == 0) {
          change(6, 20);
        }
        slice = add(further(query, on.get(), backwards, size), backwards, moved);
      }
      Set<Long> once = new HashSet<>(moved);
      assertThat(moved).as(about).hasSize(once.size());
      Set<Long> still = new HashSet<>(whole(query));
      whole.retainAll(still);
      Set<Long> throughout = new HashSet<>(whole);
      moved.retainAll(throughout);
      assertThat(moved).as(about).isEqualTo(whole);
    }

    /** There and back without changes, each time with a size of its own. */
    private void backAndForth(Query<Post> query, String about) {
      List<Long> whole = whole(query);
      for (boolean backwards : new boolean[] {false, true}) {
        List<Long> there = new ArrayList<>();
        Slice<Post> slice = add(first(query, backwards, 3), backwards, there);
        assertThat(on(slice, !backwards)).as(about).isEmpty();
        for (Optional<Cursor> on = on(slice, backwards);
            on.isPresent();
            on = on(slice, backwards)) {
          Slice<Post> before = slice;
          slice = add(further(query, on.get(), backwards, 3), backwards, there);
          assertThat(slice.rows()).as(about).isNotEmpty();
          Cursor back = on(slice, !backwards).orElseThrow();
          assertThat(further(query, back, !backwards, 3).rows()).as(about).isEqualTo(before.rows());
        }
        assertThat(there).as(about).isEqualTo(whole);
      }
      if (whole.size() > 4) {
        Cursor middle = query.slice(4).next().orElseThrow();
        assertThat(ids(query.before(middle).list())).as(about).isEqualTo(whole.subList(0, 4));
        assertThat(ids(query.after(middle).list()))
            .as(about)
            .isEqualTo(whole.subList(4, whole.size()));
      }
    }

    private static Slice<Post> first(Query<Post> query, boolean backwards, int size) {
      return backwards ? query.lastSlice(size) : query.slice(size);
    }

    private static Slice<Post> further(
        Query<Post> query, Cursor from, boolean backwards, int size) {
      Cursor place = Cursor.of(from.token());
      return (backwards ? query.before(place) : query.after(place)).slice(size);
    }

    private static Optional<Cursor> on(Slice<Post> slice, boolean backwards) {
      return backwards ? slice.previous() : slice.next();
    }

    private static Slice<Post> add(Slice<Post> slice, boolean backwards, List<Long> rows) {
      rows.addAll(backwards ? 0 : rows.size(), ids(slice.rows()));
      assertThat(rows).as("does it go in circles?").hasSizeLessThan(500);
      return slice;
    }

    private static List<Long> whole(Query<Post> query) {
      return ids(query.page(1, 1000).rows());
    }

    private static List<Long> ids(List<Post> posts) {
      return posts.stream().map(Post::id).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Inserts and deletes some rows, so that there are at least and at most so many. */
    private void change(int least, int most) {
      List<Long> ids = jooq.select(POSTS.ID).from(POSTS).fetch(POSTS.ID);
      for (int i = Math.max(random.nextInt(4), least - ids.size()); i > 0; i--) {
        insert(ids);
      }
      for (int i = Math.max(random.nextInt(3), ids.size() - most); i > 0 && !ids.isEmpty(); i--) {
        jooq.execute(
            "delete from posts where id = {0} and not exists"
                + " (select 1 from posts r where r.reply_to_id = {0})",
            DSL.val(one(ids)));
      }
    }

    private void insert(List<Long> ids) {
      String replyTo = ids.isEmpty() || random.nextBoolean() ? "null" : one(ids).toString();
      List<String> values = new ArrayList<>();
      values.add(String.valueOf(unusedId()));
      values.add("'" + one(List.of("a", "A", "b", "bb", "c", "é", "", "b b")) + "'");
      values.add("'2026-01-0" + (1 + random.nextInt(3)) + " 00:00:00'");
      values.add(String.valueOf(1 + random.nextInt(4)));
      values.add("(select id from posts where id = " + replyTo + ")");
      for (List<String> literals : columns.values()) {
        values.add(random.nextInt(4) == 0 ? "null" : one(literals));
      }
      jooq.connection(
          connection -> {
            try (var statement = connection.createStatement()) {
              statement.execute(
                  "insert into posts (id, body, created_at, user_id, reply_to_id, "
                      + String.join(", ", names())
                      + ") values ("
                      + String.join(", ", values)
                      + ")");
            }
          });
    }

    /** SQLite gives the number of a deleted row to the next one, which is another row. */
    private long unusedId() {
      long id = random.nextInt(1_000_000);
      return used.add(id) ? id : unusedId();
    }

    private <T> T one(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
