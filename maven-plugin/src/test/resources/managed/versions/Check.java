import static app.db.Tables.POSTS;
import static app.db.Tables.STAMPS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.App;
import app.Counted;
import app.Guarded;
import app.Logged;
import app.Member;
import app.MemberRepository;
import app.Note;
import app.Post;
import app.PostDraft;
import app.Stamp;
import io.kinrow.runtime.StaleRowException;
import io.kinrow.runtime.StatementCounter;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.DataChangedException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;

/** Versions: who writes a row that others have changed meanwhile is told so, on each path. */
public final class Check {

  private final App app;
  private final boolean sqlite;

  private Check(App app, String url) {
    this.app = app;
    this.sqlite = url.startsWith("jdbc:sqlite:");
  }

  public static void run(String url) throws Exception {
    try (App app = App.open(url)) {
      Check check = new Check(app, url);
      check.all();
      check.races();
      check.transactions();
    }
    try (Connection connection = DriverManager.getConnection(url)) {
      DSLContext context = DSL.using(connection);
      if (url.startsWith("jdbc:sqlite:")) {
        context.execute("pragma foreign_keys = on");
      }
      context.configuration().set(new ExecuteListener() {});
      new Check(App.using(context), url).all();
    }
    clocks(url);
  }

  private void all() {
    example();
    withoutReading();
    manyAtOnce();
    updates();
    deletions();
    nulls();
    numbers();
    compositeKeys();
    inserts();
    upserts();
    triggers();
    skipped();
    times();
    exempt();
  }

  private void example() {
    Post post = app.posts().insert(p -> p.body("Hello"));
    Post liked = app.posts().update(post.withLikes(post.likes() + 1));

    try {
      app.posts().update(post.withBody("Hello, world")); // as it was before that
    } catch (StaleRowException stale) {
      Post now = stale.current(Post.class).orElseThrow();
      app.posts().update(now.withBody("Hello, world"));
    }

    assertThat(app.posts().get(liked.id()).likes()).isEqualTo(1);
    assertThat(app.posts().get(liked.id()).body()).isEqualTo("Hello, world");
    app.posts().deleteByKey(liked.id());
  }

  private Post post() {
    return app.posts().insert(p -> p.body("Hello"));
  }

  private void manyAtOnce() {
    Post first = post();
    Post second = post();
    List<Post> updated =
        app.posts().updateAll(List.of(first.withBody("1"), second.withBody("2"), first));
    assertThat(updated).extracting(Post::version).containsExactly(1L, 1L, 0L);
    assertThatThrownBy(
            () ->
                app.posts()
                    .updateAll(List.of(updated.get(1).withBody("3"), first.withBody("stale"))))
        .isInstanceOf(StaleRowException.class);
    assertThat(app.posts().get(second.id())).as("all or nothing").isEqualTo(updated.get(1));
    assertThatThrownBy(() -> app.posts().deleteAll(List.of(updated.get(1), first)))
        .isInstanceOf(StaleRowException.class);
    assertThat(app.posts().find(second.id())).isPresent();
    List<Post> upserted =
        app.posts()
            .upsertAll(
                List.of(first.id(), second.id(), 4711L), (p, id) -> p.body("upserted").id(id));
    assertThat(upserted).extracting(Post::version).containsExactly(2L, 2L, 0L);
    assertThat(app.posts().insertOrIgnore(p -> p.body("x").id(first.id()))).isEmpty();
    assertThat(app.posts().get(first.id()).version()).isEqualTo(2);
    assertThat(app.posts().deleteAll(upserted)).isEqualTo(3);
  }

  private void withoutReading() {
    Post first = post();
    assertStatements(app, 1, () -> app.posts().update(first.id(), p -> p.body("by key")));
    assertThat(app.posts().get(first.id()).version()).isEqualTo(1);
    assertThat(app.posts().updateReturning(first.id(), p -> p.likes(POSTS.LIKES.plus(1))))
        .hasValueSatisfying(post -> assertThat(post.version()).isEqualTo(2));
    assertThat(app.posts().where(POSTS.ID.eq(first.id())).update(p -> p.body("where"))).isEqualTo(1);
    assertThat(app.posts().where(POSTS.ID.eq(first.id())).updateReturning(p -> p.likes(7)))
        .singleElement()
        .satisfies(post -> assertThat(post.version()).isEqualTo(4));
    assertStatements(app, 0, () -> app.posts().update(first.id(), p -> {}));
    assertThatThrownBy(() -> app.posts().update(first.withBody("mine")))
        .isInstanceOf(StaleRowException.class);
    app.posts().deleteByKey(first.id());
  }

  private void updates() {
    Post first = post();
    assertThat(first.version()).as("the default").isZero();
    Post second =
        assertOne(() -> app.posts().update(first.withBody("Hello!")));
    assertThat(second.version()).isEqualTo(1);
    assertThat(app.posts().get(first.id())).isEqualTo(second).hasSameHashCodeAs(second);
    Post third = app.posts().update(second.withLikes(5));
    assertThat(third.version()).isEqualTo(2);
    assertThat(third.body()).isEqualTo("Hello!");
    assertStatements(app, 0, () -> assertThat(app.posts().update(third)).isSameAs(third));

    StaleRowException stale =
        catchThrowableOfType(
            StaleRowException.class, () -> app.posts().update(second.withBody("mine")));
    assertThat(stale)
        .isInstanceOf(DataChangedException.class)
        .hasMessageContaining("posts")
        .hasMessageContaining("[" + first.id() + "]")
        .hasMessageContaining("version was 1 and is 2 now");
    assertThat(stale.current(Post.class)).hasValue(third);
    assertThat(stale.current()).hasValue(third);
    assertThatThrownBy(() -> stale.current(Note.class)).isInstanceOf(ClassCastException.class);
    assertThat(app.posts().get(first.id())).as("nothing was written").isEqualTo(third);
    Post merged = app.posts().update(stale.current(Post.class).orElseThrow().withBody("mine"));
    assertThat(merged.version()).isEqualTo(3);
    assertThat(merged.likes()).isEqualTo(5);

    app.posts().delete(merged);
    StaleRowException gone =
        catchThrowableOfType(
            StaleRowException.class, () -> app.posts().update(merged.withBody("theirs")));
    assertThat(gone).hasMessageContaining("was deleted");
    assertThat(gone.current()).isEmpty();
    assertThat(gone.current(Post.class)).isEmpty();
  }

  private <E> E assertOne(Supplier<E> work) {
    try (StatementCounter counter = StatementCounter.on(app)) {
      E result = work.get();
      assertThat(counter.count()).isEqualTo(1);
      return result;
    }
  }

  private void deletions() {
    Post post = post();
    Post changed = app.posts().update(post.withBody("x"));
    StaleRowException stale =
        catchThrowableOfType(StaleRowException.class, () -> app.posts().delete(post));
    assertThat(stale.current(Post.class)).hasValue(changed);
    assertThat(app.posts().exists(post.id())).isTrue();
    assertStatements(app, 1, () -> assertThat(app.posts().delete(changed)).isTrue());
    assertStatements(app, 2, () -> assertThat(app.posts().delete(changed)).as("gone").isFalse());

    Post other = post();
    app.posts().update(other.withBody("x"));
    assertThat(app.posts().deleteByKey(other.id())).as("compares no version").isTrue();
    Post third = post();
    app.posts().update(third.withBody("x"));
    assertThat(app.posts().deleteWhere(POSTS.ID.eq(third.id()))).isEqualTo(1);

    Post referenced = post();
    app.refs().insert(r -> r.post(referenced));
    assertThatThrownBy(() -> app.posts().delete(referenced))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("is still referenced");
    app.refs().deleteAll();
  }

  private void nulls() {
    Note note = app.notes().insert(n -> n.body("a"));
    assertThat(note.version()).as("the first version").hasValue(1L);
    app.dsl().execute("update notes set version = null where id = " + note.id());
    Note old = app.notes().get(note.id());
    assertThat(old.version()).isEmpty();
    Note counted = assertOne(() -> app.notes().update(old.withBody("b")));
    assertThat(counted.version()).hasValue(1L);
    assertThatThrownBy(() -> app.notes().update(old.withBody("c")))
        .isInstanceOf(StaleRowException.class)
        .hasMessageContaining("version was NULL and is 1 now");
    assertThatThrownBy(() -> app.notes().delete(old)).isInstanceOf(StaleRowException.class);
    app.dsl().execute("update notes set version = null where id = " + note.id());
    assertThatThrownBy(() -> app.notes().update(counted.withBody("c")))
        .isInstanceOf(StaleRowException.class)
        .hasMessageContaining("version was 1 and is NULL now");
    assertThat(app.notes().delete(app.notes().get(note.id()))).isTrue();
  }

  private void numbers() {
    Post post = post();
    app.dsl().execute("update posts set version = " + Long.MAX_VALUE + " where id = " + post.id());
    Post last = app.posts().get(post.id());
    Post again = app.posts().update(last.withBody("x"));
    assertThat(again.version()).as("after the largest").isEqualTo(1);
    app.dsl().execute("update posts set version = -1 where id = " + post.id());
    assertThat(app.posts().update(app.posts().get(post.id()).withBody("y")).version()).isZero();
  }

  private void compositeKeys() {
    Member member = app.members().insert(m -> m.team("a").name("susan").role("dev"));
    assertThat(member.version()).isEqualTo(1);
    Member changed = assertOne(() -> app.members().update(member.withRole("lead")));
    assertThat(changed.version()).isEqualTo(2);
    assertThatThrownBy(() -> app.members().update(member.withRole("boss")))
        .isInstanceOf(StaleRowException.class)
        .hasMessageContaining("[a, susan]");
    assertThatThrownBy(() -> app.members().delete(member)).isInstanceOf(StaleRowException.class);
    assertThat(app.members().get(new Member.Key("a", "susan"))).isEqualTo(changed);
    assertThat(app.members().findByNameAndVersion("susan", 2)).hasValue(changed);
    assertThat(app.members().delete(changed)).isTrue();
  }

  /** A version is set by nobody but Kinrow. */
  private void inserts() {
    assertThat(names(PostDraft.class)).contains("likes").doesNotContain("version");
    assertThat(names(Post.class)).contains("withLikes", "version").doesNotContain("withVersion");
    assertThat(names(MemberRepository.class))
        .contains("findByNameAndVersion")
        .doesNotContain("upsertByNameAndVersion");
    List<Note> notes = app.notes().insertAll(List.of("a", "b"), (n, body) -> n.body(body));
    assertThat(notes).allSatisfy(note -> assertThat(note.version()).hasValue(1L));
    app.notes().deleteAll();
    assertThat(app.notes().insertBatch(List.of("a", "b", "c"), (n, body) -> n.body(body)))
        .isEqualTo(3);
    assertThat(app.notes().all()).allSatisfy(note -> assertThat(note.version()).hasValue(1L));
    app.notes().deleteAll();
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).map(Method::getName).toList();
  }

  private void upserts() {
    Post post = post();
    Post same = assertOne(() -> app.posts().upsert(p -> p.body("again").id(post.id())));
    assertThat(same.version()).as("no version is compared, but the next one written").isEqualTo(1);
    assertThatThrownBy(() -> app.posts().update(post.withBody("mine")))
        .isInstanceOf(StaleRowException.class);
    Post fresh = app.posts().upsert(p -> p.body("new").id(post.id() + 1_000));
    assertThat(fresh.version()).isZero();
    app.dsl().execute("update posts set version = " + Long.MAX_VALUE + " where id = " + post.id());
    assertThat(app.posts().upsert(p -> p.body("x").id(post.id())).version()).isEqualTo(1);
    Note note = app.notes().insert(n -> n.body("a"));
    app.dsl().execute("update notes set version = null where id = " + note.id());
    assertThat(app.notes().upsert(n -> n.body("b").id(note.id())).version()).hasValue(1L);
    Member member = app.members().upsert(m -> m.team("t").name("n").role("r"));
    assertThat(app.members().upsert(m -> m.team("t").name("n").role("r")).version()).isEqualTo(2);
    app.members().deleteByKey(new Member.Key(member.team(), member.name()));
    app.posts().delete(fresh);
  }

  private void triggers() {
    Logged logged = app.loggeds().insert(l -> l.body("a"));
    Logged seen = app.loggeds().update(logged.withBody("b"));
    assertThat(seen.seen()).isEqualTo(1);
    assertThat(seen.version()).isEqualTo(2);
    assertThat(app.loggeds().get(seen.id())).isEqualTo(seen);
    assertThatThrownBy(() -> app.loggeds().update(logged.withBody("c")))
        .isInstanceOf(StaleRowException.class);
    assertThatThrownBy(() -> app.loggeds().delete(logged)).isInstanceOf(StaleRowException.class);
    assertThat(app.loggeds().update(seen.withBody("c")).version()).isEqualTo(3);

    Counted counted = app.counteds().insert(c -> c.body("four"));
    Counted longer = app.counteds().update(counted.withBody("fives"));
    assertThat(longer.size()).hasValue(5L);
    assertThat(longer.version()).isEqualTo(2);
    assertThatThrownBy(() -> app.counteds().update(counted.withBody("c")))
        .isInstanceOf(StaleRowException.class);
    assertThat(app.counteds().delete(longer)).isTrue();
    assertThatThrownBy(() -> app.counteds().update(longer.withBody("c")))
        .isInstanceOf(StaleRowException.class)
        .hasMessageContaining("was deleted");
  }

  /** What the database skips is not stale. */
  private void skipped() {
    Guarded guarded = app.guardeds().insert(g -> g.body("keep"));
    assertThatThrownBy(() -> app.guardeds().update(guarded.withBody("no")))
        .isInstanceOf(DataAccessException.class)
        .isNotInstanceOf(StaleRowException.class)
        .hasMessageContaining("skipped its update");
    assertThat(app.guardeds().delete(guarded)).isFalse();
    assertThat(app.guardeds().get(guarded.id())).isEqualTo(guarded);
    app.guardeds().delete(app.guardeds().update(guarded.withBody("go")));
  }

  private void times() {
    LocalDateTime before = LocalDateTime.now(ZoneOffset.UTC).minusSeconds(1);
    Stamp stamp = app.stamps().insert(s -> s.body("a").version("text of its own"));
    assertThat(stamp.changed().orElseThrow()).isBetween(before, before.plusMinutes(1));
    Stamp later = assertOne(() -> app.stamps().update(stamp.withBody("b")));
    assertThat(later.changed().orElseThrow()).isAfter(stamp.changed().orElseThrow());
    assertThat(app.stamps().get(stamp.id())).isEqualTo(later);
    assertThatThrownBy(() -> app.stamps().update(stamp.withBody("c")))
        .isInstanceOf(StaleRowException.class);
    Stamp upserted = app.stamps().upsert(s -> s.body("d").id(stamp.id()));
    assertThat(upserted.changed().orElseThrow()).isAfter(later.changed().orElseThrow());
    assertThat(app.stamps().update(upserted.withBody("e")).body()).isEqualTo("e");

    LocalDateTime future = LocalDateTime.of(2999, 1, 1, 0, 0);
    app.dsl().update(STAMPS).set(STAMPS.CHANGED, future).execute();
    Stamp ahead = app.stamps().upsert(s -> s.body("f").id(stamp.id()));
    assertThat(ahead.changed().orElseThrow())
        .as("later, even if the clock is behind")
        .isAfter(future)
        .isBefore(future.plusSeconds(1));
    Stamp further = app.stamps().update(ahead.withBody("g"));
    assertThat(further.changed().orElseThrow()).isAfter(ahead.changed().orElseThrow());
    if (sqlite) {
      spellings(further);
    }
    app.stamps().deleteAll();
  }

  /** SQL compares text: a version that another program spelled in its own way is found all the same. */
  private void spellings(Stamp stamp) {
    for (String text : List.of("2024-01-02T03:04:05Z", "2024-01-02 03:04:05.000")) {
      app.dsl().execute("update stamps set changed = '" + text + "'");
      Stamp read = app.stamps().get(stamp.id());
      Stamp written = app.stamps().update(read.withBody(text));
      assertThat(app.stamps().get(stamp.id())).isEqualTo(written);
      assertThatThrownBy(() -> app.stamps().update(read.withBody("stale")))
          .isInstanceOf(StaleRowException.class);
      app.dsl().execute("update stamps set changed = '" + text + "'");
      assertThatThrownBy(() -> app.stamps().delete(written)).isInstanceOf(StaleRowException.class);
      assertThat(app.stamps().delete(read)).isTrue();
      app.stamps().insert(s -> s.body("again").id(stamp.id()));
    }
  }

  private void exempt() {
    var file = app.files().insert(f -> f.body("a").version("v1"));
    assertThat(app.files().update(file.withVersion("v2")).version()).isEqualTo("v2");
    assertThat(app.files().update(file.withBody("b")).body()).as("no version").isEqualTo("b");
    app.files().deleteAll();
  }

  /** The clock of the jOOQ configuration, and one that goes backwards. */
  private static void clocks(String url) throws Exception {
    Instant instant = Instant.parse("2024-01-02T03:04:05.123456789Z");
    try (App app = App.open(url, options -> options.clock(Clock.fixed(instant, ZoneOffset.MAX)))) {
      Stamp stamp = app.stamps().insert(s -> s.body("a"));
      LocalDateTime micros = LocalDateTime.parse("2024-01-02T03:04:05.123456");
      assertThat(stamp.changed()).as("in UTC").hasValue(micros);
      Stamp next = app.stamps().update(stamp.withBody("b"));
      assertThat(next.changed()).as("the clock stands still").hasValue(micros.plusNanos(1_000));
    }
    try (Connection connection = DriverManager.getConnection(url)) {
      DSLContext context = DSL.using(connection);
      context.configuration().set(Clock.fixed(instant, ZoneOffset.UTC));
      App app = App.using(context);
      assertThat(app.stamps().insert(s -> s.body("a")).changed().orElseThrow().getYear())
          .isEqualTo(2024);
      assertThatThrownBy(() -> App.using(context, options -> options.connections(2)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("only clock(…) and user(…)");
      app.stamps().deleteAll();
    }
  }

  /** Of several threads that update the same entity, one wins; none of their updates is lost. */
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
      Post liked = app.posts().get(post.id());
      assertThat(liked.likes()).isEqualTo(threads * rounds);
      assertThat(liked.version()).isEqualTo(threads * rounds);
      assertThat(collisions).as("all of them began with the same entity").isGreaterThanOrEqualTo(threads - 1);
    } finally {
      pool.shutdownNow();
    }
    app.posts().delete(app.posts().get(post.id()));
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
    assertThatThrownBy(
            () ->
                app.transaction(
                    tx -> {
                      Post changed = tx.posts().update(post.withBody("x"));
                      assertThat(tx.posts().update(changed.withBody("y")).version()).isEqualTo(2);
                      assertThatThrownBy(() -> tx.posts().update(post.withBody("z")))
                          .isInstanceOf(StaleRowException.class);
                      assertThat(tx.posts().count()).as("the transaction goes on").isPositive();
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(app.posts().update(post.withBody("after the rollback")).version()).isEqualTo(1);
  }
}
