import static app.db.Tables.FLIGHTS;
import static app.db.Tables.MESSAGES;
import static app.db.Tables.PEOPLE;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Chicken;
import app.Egg;
import app.Flight;
import app.Message;
import app.Person;
import org.jooq.exception.IntegrityConstraintViolationException;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Person ann = app.people().insert(p -> p.email("ann@x"));
      Person bob = app.people().insert(p -> p.email("bob@x").boss(ann).mentor(ann));
      Person cid = app.people().insert(p -> p.email("cid@x").boss(ann).mentorId(bob.id()));
      app.messages().insert(m -> m.sender(ann).body("hi").recipient(bob).forwardedByPerson(cid));
      app.messages().insert(m -> m.senderId(ann.id()).body("ho"));
      app.messages().insert(m -> m.sender(bob).body("re: hi").recipientId(1L).forwardedBy("ann@x"));
      app.flights().insert(f -> f.pilotPerson(ann).copilotPerson(bob));
      app.flights().insert(f -> f.pilot(bob.id()));

      selfReferences(app);
      severalToOneTable(app);
      uniqueKey(app, cid);
      circle(app);
      missingTable(app);
      actions(app, ann, bob);
    }
  }

  private static void selfReferences(App app) {
    assertStatements(
        app,
        3,
        () -> {
          for (Person person : app.people().all()) {
            for (Person report : person.peopleByBoss()) {
              assertThat(report.boss()).containsSame(person);
            }
            for (Person pupil : person.peopleByMentor()) {
              assertThat(pupil.mentor()).containsSame(person);
            }
          }
        });
    assertThat(app.people().all())
        .extracting(Person::peopleByBossCount)
        .containsExactly(2L, 0L, 0L);
    assertThat(app.people().where(PEOPLE.boss().EMAIL.eq("ann@x")).list())
        .extracting(Person::email)
        .containsExactlyInAnyOrder("bob@x", "cid@x");
    assertThat(app.people().where(PEOPLE.mentor().boss().EMAIL.eq("ann@x")).one().email())
        .isEqualTo("cid@x");
  }

  private static void severalToOneTable(App app) {
    assertStatements(
        app,
        4,
        () -> {
          for (Message message : app.messages().all()) {
            assertThat(message.sender().email()).isNotEmpty();
            message.recipient().ifPresent(to -> assertThat(to).isNotEqualTo(message.sender()));
            message.forwardedByPerson().ifPresent(by -> assertThat(by.email()).endsWith("@x"));
          }
        });
    assertThat(app.people().all())
        .extracting(Person::messagesBySenderCount)
        .containsExactly(2L, 1L, 0L);
    assertThat(app.people().get(2L).messagesByRecipient())
        .extracting(Message::body)
        .containsExactly("hi");
    Flight alone = app.flights().where(FLIGHTS.copilotPerson().ID.isNull()).one();
    assertThat(alone.pilotPerson().email()).isEqualTo("bob@x");
    assertThat(alone.copilotPerson()).isEmpty();
    assertThat(app.people().get(2L).flightsByCopilot())
        .singleElement()
        .isNotEqualTo(app.people().get(2L).flightsByPilot().get(0));
    assertThat(app.messages().listBySender(app.people().get(1L))).hasSize(2);
  }

  private static void uniqueKey(App app, Person cid) {
    assertThat(cid.messagesByForwardedBy()).extracting(Message::body).containsExactly("hi");
    assertThat(app.messages().where(MESSAGES.forwardedByPerson().ID.eq(cid.id())).one().body())
        .isEqualTo("hi");
    app.people().update(cid.withEmail("cyd@x"));
    assertThat(app.messages().get(1L).forwardedBy()).contains("cyd@x");
    assertThat(app.messages().get(1L).forwardedByPerson()).map(Person::email).contains("cyd@x");
  }

  private static void circle(App app) {
    app.transaction(
        tx -> {
          Egg egg = tx.eggs().insert(e -> e.chickenId(5).id(7));
          tx.chickens().insert(c -> c.name("Berta").id(5).egg(egg));
        });
    Chicken berta = app.chickens().get(5L);
    Egg egg = berta.egg().orElseThrow();
    assertThat(egg.chicken()).isEqualTo(berta);
    assertThat(berta.eggs()).containsExactly(egg);
    assertThat(egg.chickens()).containsExactly(berta);
    assertThatThrownBy(() -> app.transaction(tx -> tx.eggs().insert(e -> e.chickenId(99))))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    assertThat(app.eggs().count()).isEqualTo(1);
    app.transaction(tx -> tx.eggs().insert(e -> e.chicken(berta)));
    assertThat(app.eggs().count()).isEqualTo(2);
  }

  /** SQLite itself refuses every write while the table is not there. */
  private static void missingTable(App app) {
    assertThat(app.orphans().all()).isEmpty();
    assertThatThrownBy(() -> app.orphans().insert(o -> o.name("Annie")))
        .hasMessageContaining("houses");
  }

  private static void actions(App app, Person ann, Person bob) {
    assertThatThrownBy(() -> app.people().delete(bob))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    app.flights().deleteWhere(FLIGHTS.PILOT.eq(bob.id()).or(FLIGHTS.COPILOT.eq(bob.id())));
    app.messages().deleteWhere(MESSAGES.RECIPIENT_ID.eq(bob.id()));
    assertThat(app.people().delete(bob)).isTrue();
    assertThat(app.people().get(3L).mentorId()).as("set null").isEmpty();
    assertThat(app.messages().listBySenderId(bob.id())).as("cascade").isEmpty();
    assertThat(ann.peopleByBossCount()).isEqualTo(1);
  }
}
