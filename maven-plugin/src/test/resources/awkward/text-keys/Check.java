import static app.db.Tables.CITIES;
import static app.db.Tables.PHOTOS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.City;
import app.Country;
import app.Label;
import app.Photo;
import app.Place;
import app.Tag;
import app.Visit;
import java.util.List;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Country fr = app.countries().insert(c -> c.code("FR").name("France"));
      app.countries().insert(c -> c.code("PT").name("Portugal"));
      app.cities().insert(c -> c.name("Paris").country(fr));
      app.cities().insert(c -> c.name("L'Haÿ \"les\" Roses").countryCode("FR"));
      app.cities().insert(c -> c.name("Porto").countryCode("PT"));

      assertStatements(
          app,
          2,
          () -> {
            for (Country country : app.countries().all()) {
              assertThat(country.cities())
                  .isNotEmpty()
                  .allSatisfy(city -> assertThat(city.country()).isSameAs(country));
            }
          });
      assertThat(app.cities().get(new City.Key("FR", "L'Haÿ \"les\" Roses")).country()).isEqualTo(fr);
      assertThat(app.cities().where(CITIES.country().NAME.eq("Portugal")).one())
          .isEqualTo(app.cities().get(new City.Key("PT", "Porto")));
      assertThat(app.cities().listByCountry(fr)).extracting(City::name).contains("Paris");
      assertThat(app.countries().findAll(List.of("PT", "XX", "FR")))
          .extracting(Country::name)
          .containsExactly("Portugal", "France");
      Country france = app.countries().update(fr.withName("République française"));
      assertThat(app.countries().get("FR")).isEqualTo(france);

      noCase(app);
      noCaseOfTwo(app);
    }
  }

  /** SQLite takes them for the same tag. */
  private static void noCase(App app) {
    Tag sea = app.tags().insert(t -> t.name("Sea").color("blue"));
    app.tags().insert(t -> t.name("SUN"));
    Photo beach = app.photos().insert(p -> p.id("beach"));
    Photo boat = app.photos().insert(p -> p.id("boat"));
    app.photoTags().insert(t -> t.photo(beach).tagByName(sea));
    app.photoTags().insert(t -> t.photo(boat).tag("sea"));
    app.photoTags().insert(t -> t.photo(beach).tag("sun"));
    app.labels().insert(l -> l.tagName("SEA"));
    app.labels().insert(l -> l.tagName("sun"));
    app.labels().insert(l -> l.tagName("Sun"));
    app.labels().insert(l -> l);

    assertThat(app.tags().get("sEA")).isEqualTo(sea);
    assertThat(app.tags().findAll(List.of("sun", "sea")))
        .extracting(Tag::name)
        .containsExactly("SUN", "Sea");
    assertStatements(
        app,
        2,
        () ->
            assertThat(app.labels().all())
                .extracting(label -> label.tag().map(Tag::name).orElse("-"))
                .containsExactly("Sea", "SUN", "SUN", "-"));
    assertThat(app.tags().all()).extracting(tag -> tag.photos().size()).containsExactly(2, 1);
    assertThat(app.tags().all()).extracting(Tag::photosCount).containsExactly(2L, 1L);
    assertThat(app.photos().all())
        .extracting(photo -> photo.tags().stream().map(Tag::name).toList())
        .containsExactly(List.of("Sea", "SUN"), List.of("Sea"));
    assertThat(app.tags().all()).extracting(tag -> tag.labels().size()).containsExactly(1, 2);
    assertThat(app.tags().all()).extracting(Tag::labelsCount).containsExactly(1L, 2L);
    assertThat(app.tags().get("sun").labels()).extracting(Label::id).containsExactly(2L, 3L);
    assertThat(sea.queryPhotos().orderBy(PHOTOS.ID.desc()).list()).containsExactly(boat, beach);
  }

  private static void noCaseOfTwo(App app) {
    Place home = app.places().insert(p -> p.region("North").name("Home"));
    app.places().insert(p -> p.region("north").name("Inn"));
    app.visits().insert(v -> v.placeByName(home));
    app.visits().insert(v -> v.region("NORTH").place("home"));
    app.visits().insert(v -> v.region("North").place("inn"));

    assertThat(app.places().get(new Place.Key("NORTH", "HOME"))).isEqualTo(home);
    // North/Home is there; whether NORTH/home is the same is asked once more
    assertStatements(
        app,
        3,
        () ->
            assertThat(app.visits().all())
                .extracting(visit -> visit.placeByName().name())
                .containsExactly("Home", "Home", "Inn"));
    assertThat(app.places().all()).extracting(Place::visitsCount).containsExactly(2L, 1L);
    assertThat(home.visits()).extracting(Visit::id).containsExactly(1L, 2L);
  }
}
