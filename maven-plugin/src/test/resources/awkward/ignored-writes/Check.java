import static app.db.Tables.GUARDED;
import static app.db.Tables.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.Amount;
import app.App;
import app.Guarded;
import app.Tag;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.NoDataFoundException;
import org.jooq.impl.DSL;

/** Writes that the database skips without an error are never told to have happened. */
public final class Check {

  private Check() {}

  public static void run(String url) throws Exception {
    try (App app = App.open(url)) {
      batches(app);
      updates(app);
      inserts(app);
      getOrInserts(app);
    }
    try (var connection = java.sql.DriverManager.getConnection(url)) {
      var context = DSL.using(connection);
      context.configuration().set(new ExecuteListener() {});
      App app = App.using(context);
      assertThat(app.tags().insertBatch(List.of("a", "z"), (t, name) -> t.name(name)))
          .as("through jOOQ").isEqualTo(1);
    }
  }

  private static void batches(App app) {
    app.tags().insertAll(List.of("a", "b"), (t, name) -> t.name(name));
    assertThat(app.tags().insertBatch(List.of("a", "b", "c"), (t, name) -> t.name(name))).isEqualTo(1);
    assertThat(app.tags().insertBatch(List.of("a", "b"), (t, name) -> t.name(name))).isZero();
    assertThat(app.tags().insertBatch(List.of("d", "e"), (t, name) -> t.name(name).code("x"))).isEqualTo(2);
    assertThat(app.tags().count()).as("d was replaced by e").isEqualTo(4);
    assertThat(app.guardeds().insertBatch(List.of("yes", "no", "yes"), (g, name) -> g.name(name))).isEqualTo(2);
    assertThat(app.guardeds().count()).isEqualTo(2);
  }

  private static void updates(App app) {
    Tag a = app.tags().findByName("a").orElseThrow();
    assertThatThrownBy(() -> app.tags().update(a.withName("b")))
        .isInstanceOf(DataAccessException.class)
        .isNotInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("tags")
        .hasMessageContaining("[" + a.id() + "]")
        .hasMessageContaining("skipped its update");
    Guarded guarded = app.guardeds().all().get(0);
    assertThatThrownBy(() -> app.guardeds().update(guarded.withName("no")))
        .hasMessageContaining("skipped its update");
    assertThat(app.tags().update(a.id(), t -> t.name("b"))).isFalse();
    assertThat(app.tags().updateReturning(a.id(), t -> t.name("b"))).isEmpty();
    assertThat(app.tags().where(TAGS.NAME.in("a", "c")).update(t -> t.name("b"))).isZero();
    assertThat(app.guardeds().where(GUARDED.NAME.eq("yes")).updateReturning(g -> g.name("no"))).isEmpty();
    app.amounts().insertBatch(List.of("1.5", "2.5"), (x, amount) -> x.amount(new BigDecimal(amount)));
    Amount amount = app.amounts().all().get(0);
    assertThatThrownBy(() -> app.amounts().update(amount.withAmount(new BigDecimal("2.5"))))
        .as("an update that returns the row").hasMessageContaining("skipped its update");
    app.tags().delete(a);
    assertThatThrownBy(() -> app.tags().update(a.withName("q")))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("any more");
    app.tags().insert(t -> t.name("a"));
  }

  private static void inserts(App app) {
    assertThatThrownBy(() -> app.tags().insert(t -> t.name("b")))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("tags");
    assertThatThrownBy(() -> app.tags().insertAll(List.of("new", "b"), (t, name) -> t.name(name)))
        .isInstanceOf(NoDataFoundException.class);
    assertThat(app.tags().where(TAGS.NAME.eq("new")).exists()).as("all or none").isFalse();
    assertThatThrownBy(() -> app.guardeds().insert(g -> g.name("no")))
        .isInstanceOf(NoDataFoundException.class);
  }

  private static void getOrInserts(App app) {
    Tag first = app.tags().getOrInsertByCode(t -> t.name("first").code("1"));
    assertThat(app.tags().getOrInsertByCode(t -> t.name("other").code("1"))).as("not replaced").isEqualTo(first);
    assertThatThrownBy(() -> app.tags().getOrInsertByCode(t -> t.name("first").code("2")))
        .isInstanceOf(NoDataFoundException.class)
        .hasMessageContaining("tags with code = '2'")
        .hasMessageContaining("skipped it");
    assertThatThrownBy(() -> app.tags().getOrInsertByCode(t -> t.name("null").code(null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NULL are not unique");
    assertThatThrownBy(() -> app.guardeds().getOrInsert(g -> g.name("no").id(77)))
        .as("a table with triggers").isInstanceOf(NoDataFoundException.class);
    Guarded guarded = app.guardeds().getOrInsert(g -> g.name("get").id(77));
    assertThat(app.guardeds().getOrInsert(g -> g.name("other").id(77))).isEqualTo(guarded);
  }
}
