package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Page;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.UncountedPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.SortField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a query returns, however it was refined, next to the same rows in memory. {@code
 * -Dkinrow.laws.seed} repeats a failure.
 */
@OnBothEngines
class QueryLawsTest {

  private static final int TRIES = 250;
  private static final long SEED = Long.getLong("kinrow.laws.seed", 20261130L);

  private final TemporaryBlog place;
  private final Blog blog;
  private final List<Post> all;

  QueryLawsTest(BlogEngine engine) {
    place = new TemporaryBlog(engine);
    blog = place.openWith(4, 0);
    Random random = new Random(SEED);
    for (int i = 0; i < 40; i++) {
      long user = 1 + random.nextInt(4);
      String body = "body " + random.nextInt(6);
      Long reply = i > 5 && random.nextBoolean() ? 1L + random.nextInt(5) : null;
      blog.posts()
          .insert(
              p -> {
                PostDraft draft = p.body(body).userId(user);
                return reply == null ? draft : draft.replyToId(reply);
              });
    }
    all = blog.posts().all();
  }

  @AfterEach
  void close() {
    blog.close();
    place.close();
  }

  /** A condition, and what it means. */
  private record Law(Condition condition, Predicate<Post> meaning) {}

  private final List<Law> laws =
      List.of(
          new Law(POSTS.USER_ID.le(2L), post -> post.userId() <= 2),
          new Law(POSTS.USER_ID.ne(3L), post -> post.userId() != 3),
          new Law(POSTS.BODY.eq("body 1").or(POSTS.BODY.gt("body 3")), this::isLowOrHigh),
          new Law(POSTS.REPLY_TO_ID.isNull(), post -> post.replyToId().isEmpty()),
          new Law(POSTS.REPLY_TO_ID.gt(2L), post -> post.replyToId().orElse(0L) > 2),
          new Law(POSTS.author().NICKNAME.ne("user1"), post -> post.userId() != 1),
          new Law(POSTS.ID.mod(3L).ne(0L), post -> post.id() % 3 != 0));

  private boolean isLowOrHigh(Post post) {
    return post.body().equals("body 1") || post.body().compareTo("body 3") > 0;
  }

  /** An order that no two rows share, and the same in memory. */
  private record Order(List<SortField<?>> fields, Comparator<Post> meaning) {
    Order(Comparator<Post> meaning, SortField<?>... fields) {
      this(List.of(fields), meaning);
    }
  }

  private static final List<Order> ORDERS =
      List.of(
          new Order(Comparator.comparing(Post::id), POSTS.ID.asc()),
          new Order(Comparator.comparing(Post::id).reversed(), POSTS.ID.desc()),
          new Order(
              Comparator.comparing(Post::body).reversed().thenComparing(Post::id),
              POSTS.BODY.desc(),
              POSTS.ID.asc()),
          new Order(
              Comparator.comparing(Post::userId).thenComparing(Post::id).reversed(),
              POSTS.author().ID.desc(),
              POSTS.ID.desc()));

  /** What a query is expected to be. */
  private static final class Model {
    private Predicate<Post> condition = post -> true;
    private Order order = ORDERS.get(0);
    private int limit = Integer.MAX_VALUE;
    private int offset;

    private List<Post> rows(List<Post> of) {
      return of.stream()
          .filter(condition)
          .sorted(order.meaning())
          .skip(offset)
          .limit(limit)
          .toList();
    }
  }

  /** One refinement of a query, and of the model. */
  private interface Step {
    Query<Post> refine(Query<Post> query, Model model);
  }

  private Step step(Random random) {
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        Law law = laws.get(random.nextInt(laws.size()));
        return (query, model) -> {
          model.condition = model.condition.and(law.meaning());
          return query.where(law.condition());
        };
      }
      case 2 -> {
        Order order = ORDERS.get(random.nextInt(ORDERS.size()));
        return (query, model) -> {
          model.order = order;
          return query.orderBy(order.fields().toArray(SortField<?>[]::new));
        };
      }
      case 3 -> {
        int limit = random.nextInt(30);
        return (query, model) -> {
          model.limit = limit;
          return query.limit(limit);
        };
      }
      case 4 -> {
        int offset = random.nextInt(12);
        return (query, model) -> {
          model.offset = offset;
          return query.offset(offset);
        };
      }
      default -> {
        List<UnaryOperator<Query<Post>>> neutral =
            List.of(
                query -> query.with(Post.AUTHOR),
                query -> query.timeout(Duration.ofMinutes(1)),
                query -> query.where(),
                Query::distinct);
        UnaryOperator<Query<Post>> one = neutral.get(random.nextInt(neutral.size()));
        return (query, model) -> one.apply(query);
      }
    }
  }

  @Test
  void refinedQuery_returnsWhatTheSameRowsInMemoryWould() {
    Random random = new Random(SEED);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<Step> steps = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        steps.add(step(random));
      }
      Model model = new Model();
      Query<Post> query = blog.posts().orderBy(POSTS.ID);
      for (Step each : steps) {
        Query<Post> before = query;
        List<Post> unrefined = attempt % 25 == 0 ? before.list() : List.of();
        query = each.refine(query, model);
        if (attempt % 25 == 0) {
          assertThat(before.list()).isEqualTo(unrefined); // a query does not change
        }
      }
      check(attempt, query, model);
    }
  }

  private void check(int attempt, Query<Post> query, Model model) {
    List<Post> expected = model.rows(all);
    assertThat(query.list()).as("try %s of seed %s", attempt, SEED).isEqualTo(expected);
    assertThat(query.count()).as("count in try %s", attempt).isEqualTo(expected.size());
    assertThat(query.exists()).as("exists in try %s", attempt).isEqualTo(!expected.isEmpty());
    assertThat(query.first()).as("first in try %s", attempt).isEqualTo(first(expected));
    try (Stream<Post> stream = query.stream()) {
      assertThat(stream.toList()).as("stream in try %s", attempt).isEqualTo(expected);
    }
  }

  private static Optional<Post> first(List<Post> posts) {
    return posts.stream().findFirst();
  }

  /** Conditions, order, limit and offset, in whatever sequence they are given. */
  @Test
  void sequenceOfCalls_doesNotMatter() {
    Random random = new Random(SEED);
    for (int attempt = 0; attempt < TRIES / 5; attempt++) {
      Law one = laws.get(random.nextInt(laws.size()));
      Law two = laws.get(random.nextInt(laws.size()));
      Order order = ORDERS.get(random.nextInt(ORDERS.size()));
      int limit = 1 + random.nextInt(10);
      int offset = random.nextInt(5);
      List<UnaryOperator<Query<Post>>> calls =
          new ArrayList<>(
              List.of(
                  query -> query.where(one.condition()),
                  query -> query.where(two.condition()),
                  query -> query.orderBy(order.fields().toArray(SortField<?>[]::new)),
                  query -> query.limit(limit),
                  query -> query.offset(offset)));
      List<Post> expected = apply(calls).list();
      Collections.shuffle(calls, random);
      assertThat(apply(calls).list()).isEqualTo(expected);
    }
  }

  private Query<Post> apply(List<UnaryOperator<Query<Post>>> calls) {
    Query<Post> query = blog.posts().query();
    for (UnaryOperator<Query<Post>> call : calls) {
      query = call.apply(query);
    }
    return query;
  }

  @Test
  void pagesAndSlices_areTheWholeList_inBothDirections() {
    Random random = new Random(SEED);
    for (int attempt = 0; attempt < TRIES / 10; attempt++) {
      Law law = laws.get(random.nextInt(laws.size()));
      Order order = ORDERS.get(random.nextInt(ORDERS.size()));
      int size = 1 + random.nextInt(9);
      Query<Post> query =
          blog.posts().where(law.condition()).orderBy(order.fields().toArray(SortField<?>[]::new));
      List<Post> expected = all.stream().filter(law.meaning()).sorted(order.meaning()).toList();
      assertThat(pages(query, size)).isEqualTo(expected);
      assertThat(uncountedPages(query, size)).isEqualTo(expected);
      assertThat(slices(query, size)).isEqualTo(expected);
      assertThat(slicesBackwards(query, size)).isEqualTo(expected);
    }
  }

  private static List<Post> pages(Query<Post> query, int size) {
    List<Post> rows = new ArrayList<>();
    Page<Post> page = query.page(1, size);
    while (true) {
      rows.addAll(page.rows());
      if (!page.hasNext()) {
        return rows;
      }
      page = query.page(page.number() + 1, size);
    }
  }

  private static List<Post> uncountedPages(Query<Post> query, int size) {
    List<Post> rows = new ArrayList<>();
    UncountedPage<Post> page = query.uncountedPage(1, size);
    while (true) {
      assertThat(page.rows().size()).isLessThanOrEqualTo(size);
      rows.addAll(page.rows());
      if (!page.hasNext()) {
        return rows;
      }
      page = query.uncountedPage(page.number() + 1, size);
    }
  }

  private static List<Post> slices(Query<Post> query, int size) {
    List<Post> rows = new ArrayList<>();
    Slice<Post> slice = query.slice(size);
    while (true) {
      rows.addAll(slice.rows());
      Optional<Cursor> next = slice.next();
      if (next.isEmpty()) {
        return rows;
      }
      Slice<Post> following = query.after(next.get()).slice(size);
      assertThat(query.before(following.previous().orElseThrow()).slice(size)).isEqualTo(slice);
      slice = following;
    }
  }

  private static List<Post> slicesBackwards(Query<Post> query, int size) {
    List<Post> rows = new ArrayList<>();
    Slice<Post> slice = query.lastSlice(size);
    while (true) {
      rows.addAll(0, slice.rows());
      Optional<Cursor> previous = slice.previous();
      if (previous.isEmpty()) {
        return rows;
      }
      slice = query.before(previous.get()).slice(size);
    }
  }

  @Test
  void usersWithoutPosts_areNoRows() {
    assertThat(blog.users().where(USERS.ID.gt(99L)).distinct().list()).isEmpty();
  }
}
