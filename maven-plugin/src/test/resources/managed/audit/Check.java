import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Coarse;
import app.Event;
import app.Note;
import app.Page;
import app.User;
import io.kinrow.runtime.StaleRowException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** Who wrote a row, and when: in inserts, batches, updates and upserts. */
public final class Check {

  private static final Instant START = Instant.parse("2024-03-01T23:30:00.123456789Z");
  private static final LocalDateTime CREATED = LocalDateTime.parse("2024-03-01T23:30:00.123456");

  private final Ticking clock = new Ticking();
  private final AtomicInteger asked = new AtomicInteger();
  private final boolean sqlite;
  private App app;
  private Long user;
  private User susan;
  private User bob;

  private Check(String url) {
    sqlite = url.startsWith("jdbc:sqlite:");
  }

  /** A clock in another zone than UTC, which the test sets forward. */
  private static final class Ticking extends Clock {

    private Instant now = START;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Europe/Berlin");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private Long user() {
    asked.incrementAndGet();
    return user;
  }

  public static void run(String url) throws Exception {
    Check opened = new Check(url);
    try (App app = App.open(url, options -> options.clock(opened.clock).user(opened::user))) {
      opened.all(app);
      opened.transactions();
    }
    Check pooled = new Check(url);
    pooled.all(App.open(pool(url), options -> options.clock(pooled.clock).user(pooled::user)));
    Check heard = new Check(url);
    try (Connection connection = DriverManager.getConnection(url)) {
      DSLContext context = DSL.using(connection);
      context.configuration().set(new ExecuteListener() {});
      heard.all(App.using(context, options -> options.clock(heard.clock).user(heard::user)));
    }
    try (App app = App.open(url)) {
      nobody(app);
    }
    asksTheDatabase(url);
    example(url);
    try (App app = App.open(url, options -> options.user(() -> "susan"))) {
      assertThatThrownBy(() -> app.notes().insert(n -> n.slug("x")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("notes.created_by takes a user of type java.lang.Long")
          .hasMessageContaining("java.lang.String");
    }
    try (App app = App.open(url, options -> options.user(() -> (short) 7))) {
      assertThatThrownBy(() -> app.notes().insert(n -> n.slug("x")))
          .as("a shorter number is taken")
          .isInstanceOf(IntegrityConstraintViolationException.class);
    }
  }

  private static DataSource pool(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      SQLiteDataSource source = new SQLiteDataSource();
      source.setUrl(url);
      return source;
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  private void all(App opened) {
    app = opened;
    app.notes().deleteAll();
    app.users().deleteAll();
    susan = app.users().insert(u -> u.name("susan"));
    bob = app.users().insert(u -> u.name("bob"));
    assertThat(asked).as("a table without such columns").hasValue(0);
    inserts();
    updates();
    upserts();
    many();
    types();
    versions();
    explicit();
  }

  private void inserts() {
    user = susan.id();
    Note note = app.notes().insert(n -> n.slug("first"));
    assertThat(asked).as("once for each call").hasValue(1);
    assertThat(note.createdAt()).as("in UTC, whatever the zone of the clock").isEqualTo(CREATED);
    assertThat(note.updatedAt()).isEqualTo(CREATED.atOffset(ZoneOffset.UTC));
    assertThat(note.createdBy()).isEqualTo(susan.id());
    assertThat(note.updatedBy()).hasValue(susan.id());
    assertThat(note.createdByUser()).isEqualTo(susan);
    assertThat(app.notes().get(note.id())).isEqualTo(note);
  }

  private void updates() {
    Note note = app.notes().findBySlug("first").orElseThrow();
    clock.pass(Duration.ofHours(1));
    user = bob.id();
    asked.set(0);
    assertStatements(app, 0, () -> assertThat(app.notes().update(note)).isSameAs(note));
    assertThat(asked).hasValue(0);
    assertStatements(app, 1, () -> app.notes().update(note.withBody("x")));
    Note updated = app.notes().get(note.id());
    assertThat(updated.createdAt()).isEqualTo(CREATED);
    assertThat(updated.updatedAt()).isEqualTo(CREATED.plusHours(1).atOffset(ZoneOffset.UTC));
    assertThat(updated.createdBy()).isEqualTo(susan.id());
    assertThat(updated.updatedBy()).hasValue(bob.id());
    user = susan.id();
    clock.pass(Duration.ofHours(1));
    asked.set(0);
    assertStatements(app, 1, () -> app.notes().update(note.id(), n -> n.body("by key")));
    assertThat(asked).hasValue(1);
    Note unread = app.notes().get(note.id());
    assertThat(unread.updatedAt()).isEqualTo(CREATED.plusHours(2).atOffset(ZoneOffset.UTC));
    assertThat(unread.updatedBy()).hasValue(susan.id());
    assertThat(unread.createdAt()).isEqualTo(CREATED);
    app.notes().update(note.id(), n -> n.updatedBy(bob.id()));
    assertThat(app.notes().get(note.id()).updatedBy()).as("given").hasValue(bob.id());
    Note again = app.notes().update(unread.withBody("y"));
    assertThat(app.notes().get(note.id())).as("what update returns").isEqualTo(again);
    user = null;
    assertThat(app.notes().update(again.withBody("z")).updatedBy()).as("nobody").isEmpty();
  }

  private void upserts() {
    user = susan.id();
    Note fresh = app.notes().upsertBySlug(n -> n.slug("second").body("a"));
    LocalDateTime created = fresh.createdAt();
    clock.pass(Duration.ofMinutes(1));
    user = bob.id();
    asked.set(0);
    Note same = app.notes().upsertBySlug(n -> n.slug("second").body("b"));
    assertThat(asked).hasValue(1);
    assertThat(same.id()).isEqualTo(fresh.id());
    assertThat(same.createdAt()).as("of the insert only").isEqualTo(created);
    assertThat(same.createdBy()).isEqualTo(susan.id());
    assertThat(same.updatedAt()).isEqualTo(created.plusMinutes(1).atOffset(ZoneOffset.UTC));
    assertThat(same.updatedBy()).hasValue(bob.id());
    Note untouched = app.notes().upsertBySlug(n -> n.slug("second"));
    clock.pass(Duration.ofMinutes(1));
    assertThat(app.notes().upsertBySlug(n -> n.slug("second")).updatedAt())
        .as("nothing but the key was given")
        .isEqualTo(untouched.updatedAt());
  }

  private void many() {
    asked.set(0);
    List<Note> notes =
        app.notes().insertAll(List.of("a", "b", "c"), (n, slug) -> n.slug(slug).body(slug));
    assertThat(asked).as("once for all").hasValue(1);
    assertThat(notes).allSatisfy(note -> assertThat(note.createdBy()).isEqualTo(bob.id()));
    assertThat(notes).extracting(Note::createdAt).containsOnly(notes.get(0).createdAt());
    assertThat(app.notes().insertBatch(List.of("d", "e"), (n, slug) -> n.slug(slug))).isEqualTo(2);
    assertThat(asked).hasValue(2);
    assertThat(app.notes().findBySlug("e").orElseThrow().createdAt())
        .isEqualTo(notes.get(0).createdAt());
  }

  private void types() {
    Event event = app.events().insert(e -> e.body("a"));
    assertThat(event.onDay()).isEqualTo(LocalDate.of(2024, 3, 2));
    assertThat(event.updatedAt()).isEqualTo(clock.instant().getEpochSecond());
    clock.pass(Duration.ofSeconds(3));
    Event later = app.events().update(event.withBody("b"));
    assertThat(later.updatedAt()).isEqualTo(event.updatedAt() + 3);
    assertThat(later.onDay()).isEqualTo(event.onDay());

    Coarse coarse = app.coarses().insert(c -> c.body("a"));
    assertThat(coarse.createdAt().getNano())
        .as("as the column keeps it, rounded down")
        .isEqualTo(sqlite ? 123_456_000 : 0);
    assertThat(coarse.createdAt()).as("the clock, not the default").isBefore(LocalDateTime.now().minusYears(1));
    assertThat(app.coarses().get(coarse.id())).isEqualTo(coarse);
    app.coarses().deleteAll();
    app.events().deleteAll();
  }

  /** One column is version and time at once; it moves on even if the clock does not. */
  private void versions() {
    Page page = app.pages().insert(p -> p.body("a"));
    Page next = app.pages().update(page.withBody("b"));
    assertThat(next.updatedAt()).isEqualTo(page.updatedAt().plus(sqlite ? Duration.ofNanos(1_000) : Duration.ofSeconds(1)));
    Page upserted = app.pages().upsert(p -> p.body("c").id(page.id()));
    assertThat(upserted.updatedAt()).isAfter(next.updatedAt());
    assertThatThrownBy(() -> app.pages().update(next.withBody("d")))
        .isInstanceOf(StaleRowException.class);
    app.pages().delete(upserted);
  }

  private void explicit() {
    LocalDateTime then = LocalDateTime.of(2001, 2, 3, 4, 5);
    OffsetDateTime instant = then.atOffset(ZoneOffset.UTC);
    asked.set(0);
    Note note =
        app.notes()
            .insert(n -> n.slug("old").createdAt(then).updatedAt(instant).createdByUser(susan).updatedBy(null));
    assertThat(asked).as("nobody has to be asked").hasValue(0);
    assertThat(note.createdAt()).isEqualTo(then);
    assertThat(note.updatedAt()).isEqualTo(instant);
    assertThat(note.createdBy()).isEqualTo(susan.id());
    assertThat(note.updatedBy()).as("NULL is a value").isEmpty();
    Note updated = app.notes().update(note.withUpdatedAt(instant.plusDays(1)).withUpdatedBy(susan.id()));
    assertThat(updated.updatedAt()).isEqualTo(instant.plusDays(1));
    assertThat(updated.updatedBy()).hasValue(susan.id());
    Note upserted =
        app.notes().upsertBySlug(n -> n.slug("old").createdAt(then.plusYears(1)).updatedAt(instant));
    assertThat(upserted.createdAt()).as("what is given is written").isEqualTo(then.plusYears(1));
    assertThat(upserted.updatedAt()).isEqualTo(instant);
    assertThat(upserted.updatedBy()).hasValue(user);
  }

  private void transactions() {
    app.transaction(
        tx -> {
          Note note = tx.notes().insert(n -> n.slug("inside"));
          assertThat(note.createdBy()).isEqualTo(bob.id());
          assertThat(tx.notes().update(note.withBody("x")).updatedBy()).hasValue(bob.id());
        });
  }

  /** The user may come from the same database, even if it has one connection only. */
  private static void asksTheDatabase(String url) {
    AtomicReference<App> opened = new AtomicReference<>();
    try (App app =
        App.open(
            url,
            options ->
                options
                    .connections(1)
                    .waitAtMost(Duration.ofSeconds(1))
                    .user(() -> opened.get().users().findByName("bob").orElseThrow().id()))) {
      opened.set(app);
      Long bob = app.users().findByName("bob").orElseThrow().id();
      assertThat(app.notes().insert(n -> n.slug("asked")).updatedBy()).hasValue(bob);
      app.notes().insertAll(List.of("x1", "x2"), (n, slug) -> n.slug(slug));
      app.notes().insertBatch(List.of("x3", "x4"), (n, slug) -> n.slug(slug));
    }
  }

  private record Login(Long userId) {

    static Login current() {
      return new Login(null);
    }
  }

  private static void example(String url) {
    Clock clock = Clock.systemUTC();
    try (App app =
        App.open(url, options -> options.clock(clock).user(() -> Login.current().userId()))) {
      app.notes().update(app.notes().all().get(0).withBody("by nobody"));
      assertThat(app.notes().all().get(0).updatedBy()).isEmpty();
    }
  }

  private static void nobody(App app) {
    assertThatThrownBy(() -> app.notes().insert(n -> n.slug("x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("notes.created_by is filled with the user")
        .hasMessageContaining("set user(…)");
    Note note = app.notes().all().get(0);
    assertThatThrownBy(() -> app.notes().update(note.withBody("x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("notes.updated_by");
    assertThatThrownBy(() -> app.notes().insertBatch(List.of("x"), (n, slug) -> n.slug(slug)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(app.events().insert(e -> e.body("a")).updatedAt())
        .as("the system's clock")
        .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
    app.events().deleteAll();
  }
}
