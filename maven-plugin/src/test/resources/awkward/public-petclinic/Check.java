import static app.db.Tables.OWNERS;
import static app.db.Tables.VET_SPECIALTIES;
import static app.db.Tables.VISITS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Owner;
import app.Pet;
import app.Specialty;
import app.Type;
import app.Vet;
import app.Visit;
import java.time.LocalDate;
import java.util.List;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Type cat = app.types().insert(t -> t.name("cat"));
      Owner george = app.owners().insert(o -> o.lastName("Franklin").firstName("George"));
      Pet leo =
          app.pets()
              .insert(
                  p -> p.type(cat).owner(george).name("Leo").birthDate(LocalDate.of(2010, 9, 7)));
      app.visits()
          .insertBatch(
              List.of(LocalDate.of(2013, 1, 1), LocalDate.of(2012, 2, 29)),
              (v, day) -> v.pet(leo).visitDate(day).description("rabies shot"));

      assertStatements(
          app,
          4,
          () -> {
            for (Owner owner : app.owners().listByLastName("Franklin")) {
              for (Pet pet : owner.pets()) {
                assertThat(pet.type().name()).contains("cat");
                for (Visit visit : pet.visits()) {
                  assertThat(visit.pet().orElseThrow().owner()).containsSame(owner);
                }
              }
            }
          });
      assertThat(app.visits().orderBy(VISITS.VISIT_DATE).list())
          .extracting(visit -> visit.visitDate().orElseThrow())
          .containsExactly(LocalDate.of(2012, 2, 29), LocalDate.of(2013, 1, 1));
      assertThat(app.owners().where(OWNERS.LAST_NAME.startsWith("Frank")).count()).isEqualTo(1);

      Vet helen = app.vets().insert(v -> v.lastName("Leary"));
      Specialty radiology = app.specialties().insert(s -> s.name("radiology"));
      // no primary key: its repository only reads
      app.dsl().insertInto(VET_SPECIALTIES).values(helen.id(), radiology.id()).execute();
      assertThat(app.vetSpecialties().query().one().vetId()).isEqualTo(helen.id());
      assertThat(helen.specialties()).containsExactly(radiology);
      assertThat(radiology.vets()).containsExactly(helen);
    }
  }
}
