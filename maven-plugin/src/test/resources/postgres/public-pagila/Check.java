import static app.db.Tables.FILM;
import static app.db.Tables.PAYMENT;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.Actor;
import app.App;
import app.Customer;
import app.Film;
import app.Inventory;
import app.Language;
import app.Payment;
import app.db.Routines;
import app.db.enums.Rating;
import app.db.tables.RewardsReport;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.impl.DSL;

/** A shop for films: partitions, an enum, a domain, arrays, full-text search, triggers, functions. */
public final class Check {

  private static final OffsetDateTime JANUARY = OffsetDateTime.parse("2022-01-15T12:00:00Z");

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Film film = films(app);
      shop(app, film);
    }
  }

  private static Film films(App app) {
    Language english = app.languages().insert(l -> l.name("English"));
    assertThat(english.name()).isEqualTo("English" + " ".repeat(13));
    Film film =
        app.films()
            .insert(
                f ->
                    f.title("Academy Dinosaur")
                        .language(english)
                        .specialFeatures(new String[] {"Trailers", "Deleted Scenes"})
                        .description("A teacher battles the sea")
                        .released(2006)
                        .rating(Rating.PG_13));
    assertThat(film.rentalRate()).isEqualTo(new BigDecimal("4.99"));
    assertThat(film.specialFeatures()).containsExactly("Trailers", "Deleted Scenes");
    assertThat(app.films().get(film.filmId())).isEqualTo(film);
    assertThat(
            app.films()
                .where(
                    DSL.condition("{0} @@ to_tsquery('battle')", FILM.FULLTEXT))
                .list())
        .containsExactly(film);
    Film later = app.films().update(film.withRating(Rating.R));
    assertThat(later.rating()).isEqualTo(Rating.R);
    assertThat(later.lastUpdate()).isAfterOrEqualTo(film.lastUpdate());
    assertThat(app.films().where(FILM.RATING.eq(Rating.R).and(FILM.RELEASED.ge(2000))).count())
        .isEqualTo(1);
    Actor penelope = app.actors().insert(a -> a.firstName("Penelope").lastName("Guiness"));
    Actor nick = app.actors().insert(a -> a.firstName("Nick").lastName("Wahlberg"));
    for (Actor actor : List.of(penelope, nick)) {
      app.filmActors().insert(link -> link.actor(actor).film(film));
    }
    assertStatements(
        app, 2, () -> assertThat(app.films().all().get(0).actors()).containsExactly(penelope, nick));
    assertThat(later.language()).isEqualTo(english);
    assertThat(later.original()).isEmpty();
    assertThat(app.filmLists().all())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.actors()).contains("Penelope Guiness, Nick Wahlberg");
              assertThat(row.rating()).contains(Rating.R);
            });
    return later;
  }

  private static void shop(App app, Film film) {
    Customer mary = app.customers().insert(c -> c.email("mary@example.com"));
    Inventory copy = app.inventories().insert(i -> i.film(film));
    app.inventories().insert(i -> i.film(film));
    app.rentals().insert(r -> r.rentalDate(JANUARY).inventory(copy).customer(mary));
    assertThat(Routines.inventoryInStock(app.dsl().configuration(), copy.inventoryId())).isFalse();
    for (int month = 0; month < 2; month++) {
      OffsetDateTime at = JANUARY.plusMonths(month);
      app.payments().insert(p -> p.customer(mary).amount(new BigDecimal("2.50")).paymentDate(at));
    }
    assertThat(mary.payments()).extracting(Payment::amount).containsOnly(new BigDecimal("2.50"));
    assertThat(app.payments().where(PAYMENT.PAYMENT_DATE.lt(JANUARY.plusDays(1))).count())
        .isEqualTo(1);
    assertThat(
            app.dsl()
                .selectFrom(RewardsReport.REWARDS_REPORT.call(BigDecimal.ONE))
                .fetch(RewardsReport.REWARDS_REPORT.EMAIL))
        .containsExactly("mary@example.com");
    app.dsl().execute("refresh materialized view sales");
    assertThat(app.sales().all())
        .singleElement()
        .satisfies(sale -> assertThat(sale.total()).contains(new BigDecimal("5.00")));
  }
}
