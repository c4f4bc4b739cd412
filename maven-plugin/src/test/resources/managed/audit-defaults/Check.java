import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Job;
import app.Note;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A default of the database wins in new rows, if so configured; there is none in an update. */
public final class Check {

  private static final LocalDateTime DEFAULT = LocalDateTime.parse("2001-02-03T04:05:06");

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url, options -> options.user(() -> "susan"))) {
      Note note = app.notes().insert(n -> n.body("a"));
      assertThat(note.createdAt()).isEqualTo(DEFAULT);
      assertThat(note.updatedAt()).isEqualTo(DEFAULT);
      assertThat(note.createdBy()).isEqualTo("the database");
      assertThat(note.updatedBy()).as("has no default").hasValue("susan");

      Note updated = app.notes().update(note.withBody("b"));
      assertThat(updated.createdAt()).isEqualTo(DEFAULT);
      assertThat(updated.updatedAt()).isAfter(DEFAULT);

      Note upserted = app.notes().upsert(n -> n.body("c").id(note.id()));
      assertThat(upserted.id()).isEqualTo(note.id());
      assertThat(upserted.updatedAt()).as("what a new row would get").isEqualTo(DEFAULT);
      assertThat(upserted.updatedBy()).hasValue("susan");

      Note given = app.notes().insert(n -> n.body("d").createdBy("bob"));
      assertThat(given.createdBy()).isEqualTo("bob");
      assertThat(app.notes().insertBatch(List.of("e"), (n, body) -> n.body(body))).isEqualTo(1);
      assertThat(app.notes().all())
          .extracting(Note::createdBy)
          .containsExactly("the database", "bob", "the database");
    }
    numbersAndInstants(url);
  }
  private static void numbersAndInstants(String url) {
    Instant now = Instant.parse("2024-01-02T03:04:05.123456789Z");
    try (App app = App.open(url, options -> options.clock(Clock.fixed(now, ZoneOffset.UTC)))) {
      Job job = app.jobs().insert(j -> j.body("a"));
      assertThat(job.happenedAt()).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
      assertThat(job.touched()).isEqualTo(now.toEpochMilli());
      assertThat(app.jobs().update(job.withBody("b"))).isEqualTo(app.jobs().get(job.id()));
    }
  }
}
