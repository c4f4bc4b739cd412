import static app.db.Tables.FILM;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.Actor;
import app.App;
import app.Film;
import app.FilmActor;
import app.Language;
import app.db.enums.FilmRating;
import java.math.BigDecimal;
import java.time.LocalDateTime;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      LocalDateTime then = LocalDateTime.of(2006, 2, 15, 4, 34, 33);
      Actor actor =
          app.actors()
              .insert(a -> a.actorId(BigDecimal.ONE).firstName("Penelope").lastName("G").lastUpdate(then));
      assertThat(actor.lastUpdate()).as("the trigger's").isAfter(then);
      Language english = app.languages().insert(l -> l.languageId(1).name("English").lastUpdate(then));
      Language french = app.languages().insert(l -> l.languageId(2).name("French").lastUpdate(then));
      Film film =
          app.films()
              .insert(f -> f.filmId(1).title("Academy").language(english).lastUpdate(then).original(french));
      app.films().insert(f -> f.filmId(2).title("Zorro").languageId(1).lastUpdate(then));
      FilmActor role = app.filmActors().insert(r -> r.actorId(1).film(film).lastUpdate(then));

      assertThat(film.rating()).contains(FilmRating.G);
      assertThat(film.rentalRate()).isEqualByComparingTo("4.99");
      assertStatements(
          app,
          5,
          () -> {
            for (Film each : app.films().all()) {
              assertThat(each.language()).isEqualTo(english);
              assertThat(each.original().isPresent()).isEqualTo(each.filmId() == 1);
              for (FilmActor of : each.filmActors()) {
                assertThat(of.film()).isSameAs(each);
                assertThat(of.actor().firstName()).isEqualTo("Penelope");
              }
            }
          });
      assertThat(english.filmsByLanguage()).hasSize(2);
      assertThat(french.filmsByOriginal()).containsExactly(film);
      assertThat(actor.filmActors()).containsExactly(role);
      assertThat(app.filmActors().get(new FilmActor.Key(1, 1)).actor()).isEqualTo(actor);
      assertThat(app.films().where(FILM.original().NAME.eq("French")).one()).isEqualTo(film);
      assertThat(app.filmLists().query().one().actors()).contains("Penelope G");
      app.transaction(
          tx -> {
            tx.staff().insert(s -> s.staffId(1).firstName("Mike"));
            tx.stores().insert(s -> s.storeId(1).managerStaffId(1).lastUpdate(then));
            tx.staff().update(tx.staff().get(1L).withStoreId(1L));
          });
      assertThat(app.stores().get(1L).manager().store()).contains(app.stores().get(1L));
    }
  }
}
