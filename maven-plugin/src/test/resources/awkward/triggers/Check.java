import static app.db.Tables.AUDIT;
import static app.db.Tables.NOTES;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Audit;
import app.Note;
import app.NoteBody;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Note note = app.notes().insert(n -> n.body("Hello there"));
      assertThat(note.slug()).as("as it is stored, not as it was sent").contains("hello-there");
      assertThat(note.createdAt()).contains(LocalDateTime.of(2026, 5, 4, 3, 2, 1));
      assertThat(app.notes().get(note.id())).isEqualTo(note);

      Note changed = app.notes().update(note.withBody("Bye"));
      assertThat(changed.revision()).isEqualTo(1);
      assertThat(app.notes().get(note.id())).isEqualTo(changed);

      assertStatements(
          app,
          3,
          () -> {
            assertThat(app.notes().update(note.id(), n -> n.body("Bye"))).isTrue();
            Note longer =
                app.notes()
                    .updateReturning(note.id(), n -> n.body(NOTES.BODY.concat("!")))
                    .orElseThrow();
            assertThat(longer).isEqualTo(changed.withBody("Bye!").withRevision(2));
          });
      assertStatements(
          app,
          2,
          () ->
              assertThat(
                      app.notes()
                          .where(NOTES.ID.eq(note.id()))
                          .updateReturning(n -> n.body("Bye").revision(0)))
                  .as("as it is stored, not as it was sent")
                  .containsExactly(changed.withRevision(3)));
      app.notes().where(NOTES.ID.eq(note.id())).update(n -> n.revision(NOTES.REVISION.minus(2)));

      List<Note> more = app.notes().insertAll(List.of("A b", "C d"), (n, body) -> n.body(body));
      assertThat(more).extracting(Note::slug).containsExactly(Optional.of("a-b"), Optional.of("c-d"));
      assertThat(app.notes().upsert(n -> n.body("Again").id(note.id())).revision()).isEqualTo(2);

      assertThatThrownBy(() -> app.notes().insert(n -> n.body("bad")))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("no bad notes");
      assertThat(app.notes().delete(more.get(0))).isTrue();
      assertThat(app.audits().where(AUDIT.NOTE_ID.eq(more.get(0).id())).list())
          .extracting(Audit::what)
          .containsExactly("insert; of a row", "delete");

      app.dsl().execute("insert into note_bodies (body) values ('From the view')");
      assertThat(app.noteBodies().all()).extracting(NoteBody::body).contains(Optional.of("From the view"));
    }
  }
}
