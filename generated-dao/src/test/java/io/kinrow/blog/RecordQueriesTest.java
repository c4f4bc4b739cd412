package io.kinrow.blog;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.blog.BlogQueries.Contact;
import io.kinrow.blog.BlogQueries.PostLine;
import io.kinrow.blog.BlogQueriesFields.ContactFields;
import io.kinrow.blog.BlogQueriesFields.PostLineFields;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Loading;
import io.kinrow.runtime.Page;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions, orders and pages of declared queries for records, on each engine. */
@OnBothEngines
class RecordQueriesTest {

  private final BlogEngine engine;
  private TemporaryBlog place;
  private Blog blog;
  private User susan;
  private User juan;
  private List<Post> posts;

  RecordQueriesTest(BlogEngine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() {
    place = new TemporaryBlog(engine);
    blog = Blog.open(place.url());
    susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
    juan = blog.users().insert(u -> u.nickname("juan").email("juan@example.com"));
    User eve = blog.users().insert(u -> u.nickname("eve").email("eve@example.com"));
    List<User> writers = List.of(susan, juan, eve, juan);
    posts =
        IntStream.range(0, 20)
            .mapToObj(
                i -> blog.posts().insert(p -> p.body("post " + i % 7).author(writers.get(i % 4))))
            .toList();
  }

  @AfterEach
  void close() {
    blog.close();
    place.close();
  }

  private Query<PostLine> lines() {
    return blog.blogQueries().ofOthers(susan.id());
  }

  @Test
  void recordsAreNarrowed_ordered_counted_andPaged() {
    Query<PostLine> lines = blog.blogQueries().ofOthers(susan.id());

    Page<PostLine> page =
        lines
            .where(PostLineFields.AUTHOR_NICKNAME.eq("juan").and(PostLineFields.BODY.ne("post 1")))
            .orderBy(PostLineFields.BODY.desc(), PostLineFields.ID)
            .page(2, 3);

    assertThat(page.total()).isEqualTo(8);
    assertThat(page.rows())
        .extracting(PostLine::body)
        .containsExactly("post 4", "post 3", "post 3");
    assertThat(lines.count()).isEqualTo(15);
    assertThat(lines.where(PostLineFields.ID.lt(posts.get(0).id())).exists()).isFalse();
    assertThat(lines.first().orElseThrow().id()).isEqualTo(posts.get(1).id());
    assertThat(lines.where(PostLineFields.ID.eq(posts.get(2).id())).one())
        .isEqualTo(new PostLine(posts.get(2).id(), "post 2", new PostLine.Author("eve")));
    assertStatements(blog, 1, () -> assertThat(lines.list()).hasSize(15));
    assertStatements(blog, 2, () -> lines.page(1, 5));
    assertStatements(blog, 1, () -> lines.slice(5));
    try (Stream<PostLine> all = lines.orderBy(PostLineFields.ID.desc()).stream()) {
      assertThat(all.findFirst().orElseThrow().id()).isEqualTo(posts.get(19).id());
    }
  }

  @Test
  void aDefaultMethod_takesAConditionAndThePage() {
    Page<PostLine> page =
        blog.blogQueries().ofOthers(susan.id(), PostLineFields.AUTHOR_NICKNAME.eq("juan"), 2);

    assertThat(page.total()).isEqualTo(10);
    assertThat(page.rows()).extracting(PostLine::id).isSortedAccordingTo(reverseOrder()).hasSize(5);
    assertThat(page.rows().get(0).id()).isEqualTo(posts.get(9).id());
  }

  @Test
  void aConditionCanHaveSubqueries_andLists() {
    List<Long> ids = posts.stream().map(Post::id).toList();

    assertThat(lines().where(PostLineFields.ID.in(ids)).count()).isEqualTo(15);
    assertThat(
            lines()
                .where(
                    DSL.exists(
                        DSL.selectOne()
                            .from(POSTS)
                            .where(POSTS.ID.lt(PostLineFields.ID))
                            .and(POSTS.BODY.eq(PostLineFields.BODY))))
                .count())
        .isEqualTo(10);
  }

  @Test
  void allPages_areTheWholeList() {
    for (List<OrderField<?>> order : orders()) {
      Query<PostLine> lines = lines().orderBy(order.toArray(OrderField[]::new));
      List<PostLine> paged = new ArrayList<>();
      for (int number = 1; number <= 4; number++) {
        paged.addAll(lines.page(number, 4).rows());
      }
      assertThat(paged).as("%s", order).containsExactlyInAnyOrderElementsOf(lines().list());
    }
  }

  private static List<List<OrderField<?>>> orders() {
    return List.of(
        List.of(),
        List.of(PostLineFields.BODY),
        List.of(PostLineFields.BODY.desc()),
        List.of(PostLineFields.AUTHOR_NICKNAME, PostLineFields.BODY.desc()),
        List.of(DSL.upper(PostLineFields.AUTHOR_NICKNAME).desc()),
        List.of(PostLineFields.ID.mod(3L), PostLineFields.ID.desc()));
  }

  @Test
  void allSlices_areTheWholeList_inBothDirections() {
    for (List<OrderField<?>> order : orders()) {
      Query<PostLine> lines = lines().orderBy(order.toArray(OrderField[]::new));
      List<PostLine> forwards = forwards(lines, 4);
      List<PostLine> backwards = backwards(lines, 4);

      assertThat(forwards).as("%s", order).containsExactlyInAnyOrderElementsOf(lines().list());
      assertThat(backwards).as("%s", order).isEqualTo(forwards);
    }
  }

  private static <E> List<E> forwards(Query<E> query, int size) {
    List<E> all = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    do {
      Slice<E> slice = next.map(query::after).orElse(query).slice(size);
      all.addAll(slice.rows());
      next = slice.next().map(Cursor::token).map(Cursor::of);
    } while (next.isPresent());
    return all;
  }

  private static <E> List<E> backwards(Query<E> query, int size) {
    List<E> all = new ArrayList<>();
    Slice<E> slice = query.lastSlice(size);
    UnaryOperator<List<E>> reversed =
        rows -> {
          List<E> other = new ArrayList<>(rows);
          Collections.reverse(other);
          return other;
        };
    all.addAll(reversed.apply(slice.rows()));
    while (slice.previous().isPresent()) {
      slice = query.before(slice.previous().get()).slice(size);
      all.addAll(reversed.apply(slice.rows()));
    }
    return reversed.apply(all);
  }

  @Test
  void rowsThatAreAlike_arePaged_butNotSliced() {
    Query<Contact> contacts = blog.blogQueries().contacts();
    List<Contact> paged = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      paged.addAll(contacts.page(number, 4).rows());
    }
    assertThat(paged).containsExactlyInAnyOrderElementsOf(contacts.list());

    assertThatThrownBy(() -> contacts.orderBy(ContactFields.ANSWERED).slice(4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "cannot slice BlogQueries.contacts: two of its rows have the same place in the order,"
                + " so one of them would be lost between two slices; order by columns that tell"
                + " them apart, or use page(…), list() or stream()");
  }

  @Test
  void absentValues_haveTheirPlaceInSlices() {
    posts.forEach(post -> blog.posts().delete(post));
    Post first = blog.posts().insert(p -> p.body("first").author(susan));
    blog.users()
        .all()
        .forEach(user -> blog.posts().insert(p -> p.body("re").author(user).replyTo(first)));

    for (OrderField<?> order :
        List.of(
            ContactFields.ANSWERED,
            ContactFields.ANSWERED.desc(),
            ContactFields.ANSWERED.asc().nullsLast(),
            ContactFields.ANSWERED.desc().nullsFirst())) {
      Query<Contact> contacts = blog.blogQueries().contacts().orderBy(order);
      assertThat(forwards(contacts, 1))
          .as("%s", order)
          .hasSize(4)
          .containsExactlyInAnyOrderElementsOf(contacts.list());
      assertThat(backwards(contacts, 1)).as("%s", order).isEqualTo(forwards(contacts, 1));
    }
    assertThat(blog.blogQueries().contacts().where(ContactFields.ANSWERED.isNull()).list())
        .containsExactly(new Contact("susan", null));
  }

  @Test
  void aCursorOfAnotherQuery_isRefused() {
    Cursor cursor = lines().slice(2).next().orElseThrow();

    assertThatThrownBy(() -> lines().orderBy(PostLineFields.BODY).after(cursor))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordsDoNotNavigate() {
    assertThatThrownBy(() -> lines().loading(Loading.FORBID))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "loading(…) is for queries of entities, and the rows of BlogQueries.ofOthers are"
                + " records: remove it");
  }

  @Test
  void aQuerySeesItsTransaction() {
    blog.transaction(
        tx -> {
          tx.posts().insert(p -> p.body("new").author(juan));
          assertThat(
                  tx.blogQueries()
                      .ofOthers(susan.id())
                      .where(PostLineFields.BODY.eq("new"))
                      .count())
              .isEqualTo(1);
        });
  }
}
