import static app.db.Tables.DOORS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Door;
import app.Key;
import java.time.LocalDateTime;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      LocalDateTime noon = LocalDateTime.of(2026, 5, 4, 12, 0);
      Key key =
          app.keys()
              .insert(
                  k ->
                      k.key("k").changes(3).kin("kin").at(noon).all("all").count(5L).get("get")
                          .query("q").withX("wx").x("x").doorsCount(7L).doors("d").that("that"));
      Key changed =
          app.keys().update(key.withKin("kith").withChanges(4).withAt(null).withThat(null).withX("y"));
      assertThat(app.keys().get(key.id())).isEqualTo(changed).isNotEqualTo(key);
      assertThat(changed.kin()).contains("kith");
      assertThat(changed.changes()).isEqualTo(4);
      assertThat(changed.at()).isEmpty();
      assertThat(changed.withX()).contains("wx");
      assertThat(changed.x()).contains("y");
      assertThat(changed.toString()).contains("kin=kith");
      assertThat(app.keys().findByKey("k")).contains(changed);

      Door door = app.doors().insert(d -> d.key(changed).kin(changed).open("yes"));
      app.doors().insert(d -> d.keyId(key.id()).changes(door).at(changed));
      assertStatements(
          app,
          4,
          () -> {
            for (Key each : app.keys().all()) {
              assertThat(each.doorsByKey()).hasSize(2);
              assertThat(each.doorsByKin()).containsExactly(door);
              assertThat(each.doorsByAtCount()).isEqualTo(1);
              assertThat(each.doorsByKey().get(0).key()).isSameAs(each);
            }
          });
      assertThat(door.doorsByChanges().get(0).changes()).contains(door);
      assertThat(app.doors().where(DOORS.kin().KIN.eq("kith")).one()).isEqualTo(door);

      app.opens().insert(o -> o.name("noun"));
      app.opens2().insert(o -> o.name("verb"));
      app.transaction(
          tx -> {
            tx.transactions2().insert(t -> t.openOpens(tx.opens2().get(1L)));
            tx.in_().insert(i -> i.name("in"));
            tx.scopes().insert(s -> s.name("scope"));
          });
      assertThat(app.opens2().get(1L).transactions().get(0).openOpens()).isPresent();
      assertThat(app.in_().count() + app.scopes().count() + app.closes().count()).isEqualTo(2);
    }
  }
}
