package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.internal.query.Place;
import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries that differ in their values only share a text that was rendered once. */
@OnBothEngines
class QueryShapeTest {

  private final TemporaryBlog file;
  private final Blog sharing;

  /** A listener that takes part in the rendering: jOOQ has to render every query anew. */
  private final Blog rendering;

  QueryShapeTest(BlogEngine engine) {
    file = new TemporaryBlog(engine);
    sharing = file.openWith(10, 3);
    rendering =
        Blog.using(
            DSL.using(
                new DefaultConfiguration()
                    .set(sharing.dsl().configuration().connectionProvider())
                    .set(engine.dialect())
                    .set(VisitListener.onVisitStart(context -> {}))));
  }

  @AfterEach
  void close() {
    sharing.close();
    file.close();
  }

  private interface Work {
    Object on(Blog blog, int value);
  }

  private static final List<Work> QUERIES =
      List.of(
          (blog, n) -> blog.users().query().list(),
          (blog, n) -> blog.users().where(USERS.ID.eq((long) n)).list(),
          (blog, n) -> blog.users().where(USERS.ID.ne((long) n), USERS.ID.lt(n + 4L)).list(),
          (blog, n) -> blog.users().where(USERS.ID.le((long) n).or(USERS.ID.ge(n + 3L))).list(),
          (blog, n) -> blog.users().where(USERS.ID.gt((long) n).not()).list(),
          (blog, n) -> blog.users().where(USERS.ID.between((long) n, n + 2L)).list(),
          (blog, n) -> blog.users().where(USERS.ID.notBetween((long) n, n + 2L)).list(),
          (blog, n) -> blog.users().where(USERS.ID.betweenSymmetric(n + 2L, (long) n)).list(),
          (blog, n) -> blog.users().where(USERS.ABOUT_ME.isNull()).list(),
          (blog, n) -> blog.users().where(USERS.ABOUT_ME.isNotNull()).list(),
          (blog, n) -> blog.users().where(USERS.ABOUT_ME.eq((String) null)).list(),
          (blog, n) -> blog.users().where(USERS.ID.eq(DSL.inline((long) n))).list(),
          (blog, n) -> blog.users().where(USERS.NICKNAME.eq(USERS.EMAIL)).list(),
          (blog, n) -> blog.users().where(USERS.NICKNAME.contains("r" + n)).list(),
          (blog, n) -> blog.users().where(USERS.ID.in(1L, (long) n)).list(),
          (blog, n) -> blog.users().where(USERS.ID.in(1L, (long) n, 7L)).list(),
          (blog, n) -> blog.users().where(USERS.ID.in(List.of())).list(),
          (blog, n) -> blog.users().where(USERS.ID.in(Collections.nCopies(30, (long) n))).list(),
          (blog, n) -> blog.users().where(USERS.ABOUT_ME.in(null, "me" + n)).list(),
          (blog, n) -> blog.users().where(USERS.ID.notIn(1L, (long) n)).list(),
          (blog, n) -> blog.users().where(USERS.ID.in(DSL.select(DSL.val((long) n)))).list(),
          (blog, n) -> blog.users().where(USERS.NICKNAME.like("%r" + n)).list(),
          (blog, n) -> blog.users().where(USERS.NICKNAME.like("%r" + n, '!')).list(),
          (blog, n) -> blog.users().where(USERS.NICKNAME.like("%r" + n, '#')).list(),
          (blog, n) -> blog.users().where(USERS.NICKNAME.notLike("%r" + n)).list(),
          (blog, n) -> blog.users().where(USERS.ID.like("%" + n)).list(),
          (blog, n) -> blog.users().where(USERS.NICKNAME.like(USERS.EMAIL)).list(),
          (blog, n) -> blog.users().where(USERS.NICKNAME.likeIgnoreCase("%R" + n)).list(),
          (blog, n) -> blog.users().where(USERS.NICKNAME.startsWith("user" + n)).list(),
          (blog, n) ->
              blog.users().where(USERS.LAST_SEEN.lt(LocalDateTime.of(2026, 1, n, 0, 0))).list(),
          (blog, n) -> blog.posts().where(POSTS.author().NICKNAME.eq("user" + n)).list(),
          (blog, n) -> blog.posts().orderBy(POSTS.ID.desc()).limit(n).list(),
          (blog, n) -> blog.posts().orderBy(POSTS.ID).limit(n).offset(n + 1).list(),
          (blog, n) -> blog.posts().orderBy(POSTS.ID.asc().nullsLast()).offset(n).list(),
          (blog, n) -> blog.posts().orderBy(POSTS.BODY, POSTS.ID).page(n, 2),
          (blog, n) -> blog.posts().orderBy(POSTS.ID).after(place(blog, n)).slice(3),
          (blog, n) -> blog.posts().orderBy(POSTS.ID).before(place(blog, n)).slice(3),
          (blog, n) -> blog.posts().orderBy(POSTS.ID).before(place(blog, n)).list(),
          (blog, n) -> blog.posts().orderBy(POSTS.ID).after(front(blog, n)).slice(3),
          (blog, n) -> blog.posts().orderBy(POSTS.ID).lastSlice(n),
          (blog, n) -> blog.posts().where(POSTS.USER_ID.eq((long) n)).count(),
          (blog, n) -> blog.posts().where(POSTS.USER_ID.eq(n + 5L)).exists());

  private static Cursor place(Blog blog, int rows) {
    return blog.posts().orderBy(POSTS.ID).slice(rows).next().orElseThrow();
  }

  private static Cursor front(Blog blog, int rows) {
    Place behind = Place.of(place(blog, rows).token());
    return Cursor.of(new Place(behind.order(), false, behind.values()).token());
  }

  @Test
  void textBindsAndRows_areThoseThatJooqRenders_whateverWasRunBefore() {
    for (Work query : QUERIES) {
      for (int value = 1; value <= 3; value++) {
        assertThat(run(sharing, query, value)).isEqualTo(run(rendering, query, value));
      }
    }
  }

  @Test
  void queryOfAKnownShape_allocatesLessThanHalf_sinceItIsNotRendered() {
    List<Work> known =
        List.of(
            (blog, n) -> blog.users().where(USERS.ID.eq((long) n), USERS.EMAIL.ne("a")).list(),
            (blog, n) -> blog.users().where(USERS.ID.between((long) n, n + 1L)).list(),
            (blog, n) -> blog.users().where(USERS.ID.in((long) n, n + 1L)).list(),
            (blog, n) -> blog.users().where(USERS.ID.notIn(2L, 3L)).limit(1).list(),
            (blog, n) -> blog.users().where(USERS.NICKNAME.like("user" + n)).list(),
            (blog, n) -> blog.users().where(USERS.NICKNAME.notLike("u" + n)).limit(1).list());
    for (Work query : known) {
      assertThat(bytes(sharing, query)).isLessThan(bytes(rendering, query) / 2);
    }
  }

  private static long bytes(Blog blog, Work query) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = 0;
    for (int i = 0; i < 40; i++) {
      if (i == 20) {
        before = threads.getThreadAllocatedBytes(thread);
      }
      query.on(blog, i % 3);
    }
    return threads.getThreadAllocatedBytes(thread) - before;
  }

  private static List<Object> run(Blog blog, Work query, int value) {
    try (StatementCounter counter = StatementCounter.on(blog)) {
      Object result = query.on(blog, value);
      List<?> texts =
          counter.statements().stream()
              .map(statement -> statement.sql() + statement.binds())
              .toList();
      return List.of(texts, result);
    }
  }
}
