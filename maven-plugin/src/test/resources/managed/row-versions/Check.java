import static app.db.Tables.COMMENTS;
import static app.db.Tables.POSTS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.App;
import app.Comment;
import app.Counted;
import app.Declared;
import app.File;
import app.Guarded;
import app.Logged;
import app.Measure;
import app.Member;
import app.Numbered;
import app.Post;
import app.PostDraft;
import app.Tag;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.StaleRowException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Versions that PostgreSQL keeps itself: whoever writes a row that others have changed is told so. */
public final class Check {

  private final App app;

  private Check(App app) {
    this.app = app;
  }

  public static void run(String url) throws Exception {
    try (App app = App.open(url)) {
      Check check = new Check(app);
      check.all();
      check.statements();
      check.races();
      check.transactions();
    }
    try (Connection connection = DriverManager.getConnection(url)) {
      new Check(App.using(DSL.using(connection))).all();
      DSLContext context = DSL.using(connection);
      context.configuration().set(new ExecuteListener() {});
      new Check(App.using(context)).all();
    }
  }

  private void all() {
    updates();
    deletions();
    manyAtOnce();
    withoutReading();
    upserts();
    paths();
    declared();
    compositeKeys();
    columnsOfTheirOwn();
    triggers();
    partitions();
    hidden();
    app.posts().deleteAll();
  }

  private Post post() {
    return app.posts().insert(p -> p.body("Hello"));
  }

  private void updates() {
    Post first = post();
    Post second = app.posts().update(first.withBody("Hello!"));
    Post third = app.posts().update(second.withLikes(1));
    StaleRowException stale =
        catchThrowableOfType(
            StaleRowException.class, () -> app.posts().update(second.withBody("mine")));
    assertThat(stale)
        .hasMessageContaining("the row of posts with the key [" + first.id() + "] was changed")
        .hasMessageContaining("its xmin was ");
    assertThat(stale.current(Post.class)).contains(third);
    Post merged = app.posts().update(stale.current(Post.class).orElseThrow().withBody("mine"));
    assertThat(merged.likes()).isEqualTo(1);
    app.dsl().execute("update posts set likes = 9 where id = " + first.id());
    assertThatThrownBy(() -> app.posts().update(merged.withBody("after other programs")))
        .isInstanceOf(StaleRowException.class);
    assertThat(app.posts().update(merged)).as("no change").isSameAs(merged);
    app.posts().deleteByKey(first.id());
    assertThatThrownBy(() -> app.posts().update(merged.withBody("gone")))
        .isInstanceOf(StaleRowException.class)
        .hasMessageContaining("was deleted");
  }

  private void deletions() {
    Post first = post();
    Post second = app.posts().update(first.withBody("x"));
    assertThatThrownBy(() -> app.posts().delete(first)).isInstanceOf(StaleRowException.class);
    assertThat(app.posts().delete(second)).isTrue();
    assertThat(app.posts().delete(second)).isFalse();
  }

  private void manyAtOnce() {
    List<Post> posts = app.posts().insertAll(List.of("a", "b", "c"), (p, body) -> p.body(body));
    List<Post> updated =
        app.posts().updateAll(posts.stream().map(post -> post.withLikes(5)).toList());
    assertThat(app.posts().updateAll(updated.stream().map(post -> post.withLikes(6)).toList()))
        .extracting(Post::likes)
        .containsOnly(6L);
    Post newest = app.posts().get(posts.get(0).id());
    assertThatThrownBy(
            () ->
                app.posts()
                    .updateAll(List.of(newest.withBody("new"), updated.get(1).withBody("stale"))))
        .isInstanceOf(StaleRowException.class);
    assertThat(app.posts().get(newest.id())).as("all or nothing").isEqualTo(newest);
    assertThatThrownBy(() -> app.posts().deleteAll(updated)).isInstanceOf(StaleRowException.class);
    assertThat(app.posts().deleteAll(app.posts().findAll(posts.stream().map(Post::id).toList())))
        .isEqualTo(3);
    assertThat(app.posts().insertBatch(List.of("a", "b"), (p, body) -> p.body(body))).isEqualTo(2);
    app.posts().deleteAll();
  }

  private void withoutReading() {
    Post read = post();
    assertThat(app.posts().update(read.id(), p -> p.likes(POSTS.LIKES.plus(1)))).isTrue();
    assertStale(read, post -> post.withBody("x"));
    Post returned =
        app.posts().updateReturning(read.id(), p -> p.likes(2)).orElseThrow();
    Post where =
        app.posts().where(POSTS.ID.eq(read.id())).updateReturning(p -> p.likes(3)).get(0);
    assertStale(returned, post -> post.withBody("x"));
    assertThat(app.posts().update(where.withBody("fresh")).likes()).isEqualTo(3);
    app.posts().deleteByKey(read.id());
  }

  private void assertStale(Post post, UnaryOperator<Post> change) {
    assertThatThrownBy(() -> app.posts().update(change.apply(post)))
        .isInstanceOf(StaleRowException.class);
  }

  private void upserts() {
    Post read = post();
    Post upserted = app.posts().upsert(p -> p.body("upserted").id(read.id()));
    assertStale(read, post -> post.withBody("x"));
    List<Post> all =
        app.posts()
            .upsertAll(List.of(read.id(), read.id() + 1_000), (p, id) -> p.body("all").id(id));
    assertStale(upserted, post -> post.withBody("x"));
    all.forEach(post -> app.posts().update(post.withLikes(1)));
    Tag tag = app.tags().insertOrIgnore(t -> t.name("sql")).orElseThrow();
    assertThat(app.tags().insertOrIgnore(t -> t.name("sql"))).isEmpty();
    Tag found = app.tags().getOrInsertByName(t -> t.name("sql"));
    assertThat(app.tags().update(found.withName("SQL"))).isEqualTo(tag.withName("SQL"));
    app.tags().deleteAll();
    app.posts().deleteAll();
  }

  /** An entity has its version, whatever it was read by. */
  private void paths() {
    Post post = post();
    Comment comment = app.comments().insert(c -> c.post(post).body("First!"));
    Tag tag = app.tags().insert(t -> t.name("java"));
    app.posts().tags(post).add(tag);
    Slice<Post> slice = app.posts().orderBy(POSTS.BODY.asc()).slice(10);
    try (Stream<Post> stream = app.posts().stream()) {
      List<Post> read =
          List.of(
              app.posts().get(post.id()),
              app.posts().all().get(0),
              app.posts().findAll(List.of(post.id())).get(0),
              app.posts().where(POSTS.BODY.eq("Hello")).one(),
              app.posts().where(POSTS.BODY.eq("Hello")).distinct().list().get(0),
              app.transactionResult(tx -> tx.posts().where(POSTS.ID.eq(post.id())).forUpdate().one()),
              app.posts().orderBy(POSTS.BODY).page(1, 10).rows().get(0),
              slice.rows().get(0),
              stream.findFirst().orElseThrow(),
              app.comments().get(comment.id()).post(),
              app.comments().where(COMMENTS.post().BODY.eq("Hello")).list().get(0).post(),
              app.tags().get(tag.id()).posts().get(0),
              app.tags().get(tag.id()).queryPosts().list().get(0));
      assertThat(app.posts().orderBy(POSTS.ID).distinct().count()).isEqualTo(1);
      Post next = post;
      for (Post each : read) {
        assertThat(each).isEqualTo(post);
        if (next != post) {
          assertStale(each, stale -> stale.withBody("stale"));
        }
        next = app.posts().update((next == post ? each : next).withLikes(next.likes() + 1));
      }
    }
    Post now = app.tags().get(tag.id()).posts().get(0);
    now = app.posts().update(now.withBody("through links"));
    now = app.comments().get(comment.id()).post();
    assertThat(app.posts().update(now.withBody("as a parent")).id()).isEqualTo(post.id());
    Comment child = app.posts().get(post.id()).comments().get(0);
    assertThat(app.comments().update(child.withBody("Second!")).post().id()).isEqualTo(post.id());
    assertThatThrownBy(() -> app.comments().delete(comment)).isInstanceOf(StaleRowException.class);
    app.posts().deleteAll();
    app.tags().deleteAll();
  }

  private void declared() {
    Post post = post();
    Declared declared = app.queries(Declared.class);
    Post read = declared.post(post.id()).orElseThrow();
    assertThat(read).isEqualTo(post);
    app.posts().update(read.withLikes(1));
    assertStale(read, each -> each.withLikes(2));
    assertThat(declared.bodies()).containsExactly(new Declared.Body("Hello"));
    app.posts().deleteAll();
  }

  private void compositeKeys() {
    Member member = app.members().insert(m -> m.team("t").name("n").role("r"));
    Member next = app.members().update(member.withRole("s"));
    assertThatThrownBy(() -> app.members().update(member.withRole("t")))
        .isInstanceOf(StaleRowException.class);
    assertThat(app.members().delete(next)).isTrue();
  }

  /** Columns that hold versions take precedence over the rule for all tables. */
  private void columnsOfTheirOwn() {
    Numbered numbered = app.numbereds().insert(n -> n.body("a"));
    assertThat(app.numbereds().update(numbered.withBody("b")).version()).isEqualTo(1);
    Counted counted = app.counteds().insert(c -> c.body("four"));
    Counted longer = app.counteds().update(counted.withBody("fives"));
    assertThat(longer.version()).as("xmin is named for the table").isEqualTo(7);
    assertThat(longer.size()).hasValue(5L);
    assertThatThrownBy(() -> app.counteds().update(counted.withBody("x")))
        .isInstanceOf(StaleRowException.class);
    File file = app.files().insert(f -> f.body("a"));
    app.files().update(file.withBody("b"));
    assertThat(app.files().update(file.withBody("c")).body()).as("exempt").isEqualTo("c");
  }

  private void triggers() {
    Logged logged = app.loggeds().insert(l -> l.body("a"));
    Logged seen = app.loggeds().update(logged.withBody("b"));
    assertThat(seen.seen()).isEqualTo(1);
    assertThatThrownBy(() -> app.loggeds().update(logged.withBody("c")))
        .isInstanceOf(StaleRowException.class);
    assertThat(app.loggeds().update(seen.withBody("c")).seen()).isEqualTo(2);
    Guarded guarded = app.guardeds().insert(g -> g.body("keep"));
    assertThatThrownBy(() -> app.guardeds().update(guarded.withBody("no")))
        .isInstanceOf(DataAccessException.class)
        .isNotInstanceOf(StaleRowException.class)
        .hasMessageContaining("skipped its update");
  }

  /** PostgreSQL returns no xmin of a row that it inserts into a partitioned table. */
  private void partitions() {
    Measure measure = app.measures().insert(m -> m.id(1).area("north").size(1));
    app.measures().update(measure.withSize(2));
    assertThat(app.measures().update(measure.withSize(3)).size()).as("exempt").isEqualTo(3);
    assertThat(app.measures().delete(measure)).isTrue();
  }

  /** The version is no part of the entity that anyone sees. */
  private void hidden() {
    Post read = post();
    app.dsl().execute("update posts set body = body where id = " + read.id());
    Post again = app.posts().get(read.id());
    assertThat(again).isEqualTo(read).hasSameHashCodeAs(read).hasToString(read.toString());
    assertThat(read.toString()).doesNotContain("xmin");
    assertThat(Stream.of(Post.class, PostDraft.class, PostDraft.Update.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .map(Method::getName))
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("xmin"));
    assertStale(read, post -> post.withBody("the same text, written later"));
  }

  private void statements() {
    Post[] post = {post()};
    assertStatements(app, 1, () -> post[0] = app.posts().insert(p -> p.body("one")));
    assertStatements(app, 1, () -> post[0] = app.posts().update(post[0].withBody("two")));
    Post stale = post[0];
    assertStatements(app, 1, () -> post[0] = app.posts().update(post[0].withBody("three")));
    assertStatements(app, 2, () -> assertStale(stale, each -> each.withBody("four")));
    assertStatements(app, 0, () -> app.posts().update(post[0]));
    assertStatements(app, 1, () -> app.posts().delete(post[0]));
    app.posts().deleteAll();
  }

  private void races() throws Exception {
    int threads = 4;
    int rounds = 25;
    Post post = post();
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> stale =
          IntStream.range(0, threads)
              .mapToObj(each -> pool.submit(() -> like(post, rounds, start)))
              .toList();
      int collisions = 0;
      for (Future<Integer> each : stale) {
        collisions += each.get();
      }
      assertThat(app.posts().get(post.id()).likes()).isEqualTo(threads * rounds);
      assertThat(collisions).isGreaterThanOrEqualTo(threads - 1);
    } finally {
      pool.shutdownNow();
    }
    app.posts().deleteAll();
  }

  private int like(Post read, int rounds, CyclicBarrier start) throws Exception {
    int stale = 0;
    Post post = read;
    start.await();
    for (int round = 0; round < rounds; ) {
      try {
        post = app.posts().update(post.withLikes(post.likes() + 1));
        round++;
      } catch (StaleRowException e) {
        stale++;
        post = e.current(Post.class).orElseThrow();
      }
    }
    return stale;
  }

  private void transactions() {
    Post post = post();
    app.transaction(
        tx -> {
          Post first = tx.posts().update(post.withBody("x"));
          Post second = tx.posts().update(first.withBody("y"));
          assertThatThrownBy(() -> tx.posts().update(post.withBody("before the transaction")))
              .isInstanceOf(StaleRowException.class);
          // the number is that of the transaction: its own changes are not noticed
          assertThat(tx.posts().update(first.withBody("z")).body()).isEqualTo("z");
          tx.transaction(inner -> inner.posts().update(second.withBody("savepoint")));
          assertThatThrownBy(() -> tx.posts().update(second.withBody("after the savepoint")))
              .isInstanceOf(StaleRowException.class);
        });
    Post stored = app.posts().get(post.id());
    assertThat(stored.body()).isEqualTo("savepoint");
    assertThatThrownBy(
            () ->
                app.transaction(
                    tx -> {
                      tx.posts().update(stored.withBody("no"));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(app.posts().update(stored.withBody("after the rollback")).id()).isEqualTo(post.id());
    app.posts().deleteAll();
  }
}
