package io.kinrow.blog;

import static io.kinrow.blog.BlogEngine.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.internal.declared.DeclaredSql;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.RootScope;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements of all kinds can stand in the query of a record, on each engine. */
@OnBothEngines
class DeclaredRowsTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 1, 12, 0);
  private static final Field<Long> ID =
      DSL.field(DSL.quotedName("Test.Line", "order"), SQLDataType.BIGINT);
  private static final Field<LocalDateTime> AT =
      DSL.field(DSL.quotedName("Test.Line", "created.at"), SQLDataType.LOCALDATETIME);

  private final BlogEngine engine;
  private TemporaryBlog place;
  private Core core;

  private record Line(long id, @Nullable LocalDateTime at) {}

  DeclaredRowsTest(BlogEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() {
    place = new TemporaryBlog(engine);
    core = Core.open(place.url());
    try (Blog blog = Blog.open(place.url())) {
      User susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
      User juan = blog.users().insert(u -> u.nickname("juan").email("juan@example.com"));
      Post first = blog.posts().insert(p -> p.body("0").author(susan).createdAt(NOON));
      for (int i = 1; i < 7; i++) {
        User author = i % 2 == 0 ? susan : juan;
        LocalDateTime at = NOON.plusSeconds(i);
        blog.posts().insert(p -> p.body("re").author(author).replyTo(first).createdAt(at));
      }
    }
  }

  @AfterEach
  void close() {
    core.close();
    place.close();
  }

  private Query<Line> query(String sql, Binder binder) {
    RootScope scope = new RootScope(core);
    DeclaredSql declared =
        new DeclaredSql(
            engine.dialect().name(), "Test.lines", sql, false, List.of("id", "created_at"));
    return new Query<>(
        scope,
        declared.rows(
            scope,
            binder,
            on -> row -> new Line(row.longAt(1), row.dateTimeOrNull(2)),
            "Test.Line",
            new int[] {},
            ID,
            AT));
  }

  private void assertGoesOn(String sql, Binder binder, int count, int absent) {
    Query<Line> lines = query(sql, binder);
    List<Line> all = lines.list();
    assertThat(all).as(sql).hasSize(count);
    assertThat(lines.count()).as(sql).isEqualTo(count);
    assertThat(lines.where(AT.ge(NOON)).count()).as(sql).isEqualTo(count - absent);
    assertThat(lines.where(AT.isNull()).list()).as(sql).hasSize(absent);
    assertThat(lines.where(ID.lt(0L)).exists()).as(sql).isFalse();
    for (Query<Line> ordered : List.of(lines.orderBy(AT.desc()), lines.orderBy(AT, ID.desc()))) {
      List<Line> pages = new ArrayList<>();
      for (int number = 1; number <= (count + 2) / 3; number++) {
        pages.addAll(ordered.page(number, 3).rows());
      }
      List<Line> slices = new ArrayList<>();
      Slice<Line> slice = ordered.slice(3);
      slices.addAll(slice.rows());
      while (slice.next().isPresent()) {
        slice = ordered.after(slice.next().get()).slice(3);
        slices.addAll(slice.rows());
      }
      assertThat(pages).as(sql).containsExactlyInAnyOrderElementsOf(all);
      assertThat(slices).as(sql).isEqualTo(pages);
    }
  }

  @Test
  void tablesAndJoins() {
    assertGoesOn(
        "select p.id, q.created_at from posts p left join posts q on q.id = p.reply_to_id",
        Binder.NONE,
        7,
        1);
  }

  @Test
  void commonTableExpressions() {
    assertGoesOn(
        "with x as (select id, created_at from posts) select id, created_at from x",
        Binder.NONE,
        7,
        0);
  }

  @Test
  void unions_withAnOrderAndALimitOfTheirOwn() {
    assertGoesOn(
        "select id, created_at from posts where body = ? union all"
            + " select 100 + id, null from posts order by 1 desc limit 5",
        binds -> binds.add("0"),
        5,
        5);
  }

  @Test
  void expressions_withoutNames() {
    assertGoesOn("select max(id), max(created_at) from posts group by user_id", Binder.NONE, 2, 0);
  }

  @Test
  void values_andNothingElse() {
    assertGoesOn("values (1, cast(null as timestamp)), (2, null)", Binder.NONE, 2, 2);
  }

  @Test
  void operatorsWithQuestionMarks() {
    if (engine != SQLITE) {
      assertGoesOn(
          "select id, created_at from posts where jsonb_build_object('a', id) ?? 'a' and id > ?",
          binds -> binds.add(0L),
          7,
          0);
    }
  }
}
