package io.kinrow.runtime.internal.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.Query;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.RootScope;
import io.kinrow.runtime.internal.sql.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.DataTypeException;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What declared queries do on each engine. */
abstract class DeclaredSqlContract {

  private static final DeclaredRows<@Nullable String> NAMES = on -> row -> row.stringOrNull(1);
  private static final DeclaredRows<Long> IDS = on -> row -> row.longAt(1);

  private Core core;
  private Scope scope;
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  abstract String url();

  @BeforeEach
  void open() {
    core = Core.open(url());
    scope = new RootScope(core);
    change("drop table if exists words");
    change("create table words (id bigint primary key, word varchar(20))");
    declared("insert into words (id, word) values (?, ?)")
        .changeEach(
            scope,
            List.of(1L, 2L, 3L),
            (binds, id) -> {
              binds.add((long) id);
              binds.add(id == 3 ? null : (Object) ("w" + id));
            });
    core.listeners().add(statement -> heard.add(statement.sql()));
  }

  @AfterEach
  void close() {
    core.close();
  }

  private static DeclaredSql declared(String sql) {
    return new DeclaredSql("SQLITE", "Words.test", sql, false, List.of("first", "second"));
  }

  private int change(String sql) {
    return declared(sql).change(scope, Binder.NONE);
  }

  @Test
  void theStatementBeginsWithItsName() {
    declared("select id from words").list(scope, Binder.NONE, IDS);

    assertThat(heard).containsExactly("/* Words.test */ select id from words");
  }

  @Test
  void oneRowIsNeither_none_norSeveral() {
    DeclaredSql some = declared("select word from words where id <= ?");

    assertThat(some.one(scope, binds -> binds.add(1L), NAMES)).isEqualTo("w1");
    assertThatThrownBy(() -> some.one(scope, binds -> binds.add(0L), NAMES))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessage(
            "Words.test found no row, but returns one: return Optional if there may be none");
    assertThatThrownBy(() -> some.one(scope, binds -> binds.add(2L), NAMES))
        .isInstanceOf(TooManyRowsException.class)
        .hasMessage(
            "Words.test found several rows, but returns one: return a List, or let the SQL find one");
  }

  @Test
  void anOptionalIsEmpty_withoutARow_andWhereTheRowIsNull() {
    DeclaredSql named = declared("select word from words where id = ?");

    assertThat(named.<String>optional(scope, binds -> binds.add(2L), NAMES)).contains("w2");
    assertThat(named.<String>optional(scope, binds -> binds.add(3L), NAMES)).isEmpty();
    assertThat(named.<String>optional(scope, binds -> binds.add(4L), NAMES)).isEmpty();
    assertThatThrownBy(() -> declared("select word from words").optional(scope, Binder.NONE, NAMES))
        .isInstanceOf(TooManyRowsException.class);
  }

  @Test
  void aListCanHoldNull_andCannotBeChanged() {
    List<@Nullable String> words =
        declared("select word from words order by id").list(scope, Binder.NONE, NAMES);

    assertThat(words).containsExactly("w1", "w2", null);
    assertThatThrownBy(() -> words.add("w4")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aStreamReadsInWindows_andGivesItsConnectionBack() {
    declared("insert into words (id) values (?)")
        .changeEach(
            scope, IntStream.range(4, 1_204).boxed().toList(), (binds, id) -> binds.add((long) id));

    for (int i = 0; i < 30; i++) { // more often than there are connections
      try (Stream<Long> ids =
          declared("select id from words order by id").stream(scope, Binder.NONE, IDS)) {
        assertThat(ids.limit(600).mapToLong(id -> id).sum()).isEqualTo(600 * 601 / 2);
      }
    }
    try (Stream<Long> ids = declared("select id from words").stream(scope, Binder.NONE, IDS)) {
      assertThat(ids.count()).isEqualTo(1_203);
    }
  }

  @Test
  void aNullWithoutRoom_isNamed() {
    DeclaredRows<Long> second = on -> row -> row.longAt(2);

    assertThatThrownBy(
            () ->
                declared("select id, nullif(id, 1) from words where id = 1")
                    .one(scope, Binder.NONE, second))
        .isInstanceOf(DataTypeException.class)
        .hasMessage(
            "column second of Words.test is NULL, but its Java type has no room for that: declare"
                + " it as Optional or @Nullable, or rule NULL out in the SQL");
  }

  @Test
  void aRowCanBeReadFromAnyColumnOn() {
    DeclaredRows<String> third = on -> row -> row.behind(1).behind(1).stringAt(1);

    assertThat(declared("select 1, 2, 'x'").one(scope, Binder.NONE, third)).isEqualTo("x");
  }

  @Test
  void aColumnThatIsReadWithoutLooking_canBeRequired() {
    DeclaredRows<Long> required = on -> row -> row.requiring(2).provedLongAt(2);

    assertThat(declared("select 0, 7").one(scope, Binder.NONE, required)).isEqualTo(7);
    assertThatThrownBy(
            () ->
                declared("select id, nullif(id, 1) from words where id = 1")
                    .one(scope, Binder.NONE, required))
        .isInstanceOf(DataTypeException.class)
        .hasMessageStartingWith("column second of Words.test is NULL");
  }

  @Test
  void aFailedStatement_isShown() {
    assertThatThrownBy(() -> declared("select nothing").one(scope, Binder.NONE, IDS))
        .isInstanceOf(DataAccessException.class)
        .hasMessageStartingWith("[/* Words.test */ select nothing]: ");
  }

  @Test
  void aBatchIsStoredAsAWhole() {
    assertThatThrownBy(
            () ->
                declared("insert into words (id) values (?)")
                    .changeEach(scope, List.of(7L, 1L), (binds, id) -> binds.add((long) id)))
        .isInstanceOf(DataAccessException.class);

    assertThat(declared("select id from words where id = 7").list(scope, Binder.NONE, IDS))
        .isEmpty();
    assertThat(
            declared("delete from words where id = ?")
                .changeEach(scope, List.of(), (binds, id) -> binds.add(1L)))
        .isEmpty();
    assertThat(
            declared("delete from words where id = ?")
                .changeEach(scope, List.of(1L, 9L), (binds, id) -> binds.add((long) id)))
        .containsExactly(1, 0);
  }

  @Test
  void aReturningStatement_givesRows_andIsReadToItsEnd() {
    DeclaredSql raise =
        new DeclaredSql(
            "SQLITE",
            "Words.raise",
            "update words set id = id + 10 returning id",
            true,
            List.of("id"));

    assertThatThrownBy(() -> raise.one(scope, Binder.NONE, IDS))
        .isInstanceOf(TooManyRowsException.class);
    assertThat(raise.list(scope, Binder.NONE, IDS)).containsExactlyInAnyOrder(21L, 22L, 23L);
  }

  @Test
  void aListIsOneValue() {
    DeclaredSql among =
        declared(
            "select word from words where id in (select +value from json_each(?)) order by id");
    DeclaredSql words =
        declared(
            "select id from words where word in (select +value from json_each(?)) order by id");

    assertThat(among.list(scope, binds -> among.addList(scope, binds, List.of(2L, 1L, 9L)), NAMES))
        .containsExactly("w1", "w2");
    assertThat(among.list(scope, binds -> among.addList(scope, binds, List.of()), NAMES)).isEmpty();
    assertThat(
            words.list(
                scope,
                binds -> words.addList(scope, binds, Arrays.asList("w2", null, "it's \"x\"\\")),
                IDS))
        .containsExactly(2L);
    assertThat(heard).hasSize(3);
  }

  @Test
  void aMissingValue_isRefusedByName() {
    DeclaredSql named = declared("select 1");

    assertThat(named.required("x", "name")).isEqualTo("x");
    assertThatThrownBy(() -> named.required(null, "name"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "name of Words.test is null: declare it as @Nullable if NULL is to be bound, or pass a"
                + " value");
  }

  private static final Field<Long> ID =
      DSL.field(DSL.quotedName("Words.Word", "id"), SQLDataType.BIGINT.nullable(false));
  private static final Field<String> WORD =
      DSL.field(DSL.quotedName("Words.Word", "word"), SQLDataType.VARCHAR.nullable(true));

  private record Word(long id, @Nullable String word, List<Long> later) {}

  /** Words up to one, whose columns have other labels, with the ids of those behind each. */
  private Query<Word> words(long last) {
    DeclaredSql some = declared("select id, word as \"id\" from words where id <= ? order by 1");
    DeclaredSql later =
        declared(
            "select w.id, l.id from words w join words l on l.id > w.id"
                + " where w.id in (select +value from json_each(?)) order by 2");
    return new Query<>(
        scope,
        some.rows(
            scope,
            binds -> binds.add(last),
            on -> {
              ChildRows<Long> children =
                  new ChildRows<>(
                      later,
                      on,
                      (binds, keys) -> later.addList(on, binds, keys),
                      inside -> row -> new Keyed<>(row.longAt(1), row.longAt(2)));
              return new Family<>(
                  row -> {
                    long id = row.longAt(1);
                    String word = row.stringOrNull(2);
                    children.want(id);
                    return () -> new Word(id, word, children.of(id));
                  },
                  children);
            },
            "Words.Word",
            new int[] {0},
            ID,
            WORD));
  }

  @Test
  void rowsAreNarrowedAroundTheStatement_withTheirLists() {
    Query<Word> words = words(2).where(ID.ge(1L)).orderBy(WORD.desc());

    assertThat(words.list())
        .containsExactly(new Word(2, "w2", List.of(3L)), new Word(1, "w1", List.of(2L, 3L)));
    assertThat(heard).hasSize(2);
    assertThat(heard.get(0))
        .contains(
            "(/* Words.test */ select id, word as \"id\" from words where id <= ? order by 1)");
    assertThat(words.slice(1).rows()).containsExactly(new Word(2, "w2", List.of(3L)));
    assertThat(words.after(words.slice(1).next().orElseThrow()).slice(1).rows())
        .containsExactly(new Word(1, "w1", List.of(2L, 3L)));
    try (Stream<Word> stream = words.stream()) {
      assertThat(stream.map(Word::later)).containsExactly(List.of(3L), List.of(2L, 3L));
    }
    assertThat(words.first().orElseThrow().id()).isEqualTo(2);
    assertThat(words.count()).isEqualTo(2);
  }

  @Test
  void aQueryOfRows_isThreadSafe_andHasTheValuesOfItsCall() throws Exception {
    Query<Word> one = words(1);
    Query<Word> all = words(9);
    List<Thread> threads = new ArrayList<>();
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 8; i++) {
      Query<Word> query = i % 2 == 0 ? one : all;
      threads.add(new Thread(() -> sizes.add(query.where(ID.gt(0L)).list().size())));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(sizes).hasSize(8).containsOnly(1, 3);
    assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(4 + 4 * 3);
  }

  @Test
  void rowsThatACollationTakesForOne_areNotSlicedApart() {
    change("create table spelled (id bigint, word text collate nocase)");
    change("insert into spelled values (1, 'A'), (1, 'a'), (2, 'b')");
    Query<String> spelled =
        new Query<>(
            scope,
            declared("select id, word from spelled")
                .rows(
                    scope,
                    Binder.NONE,
                    on -> row -> row.stringAt(2),
                    "Words.Word",
                    new int[] {0},
                    ID,
                    WORD));

    assertThat(spelled.orderBy(WORD).slice(2).rows()).containsExactlyInAnyOrder("A", "a");
    assertThatThrownBy(() -> spelled.orderBy(WORD).slice(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("cannot slice Words.test: two of its rows have the same place");
  }
}
