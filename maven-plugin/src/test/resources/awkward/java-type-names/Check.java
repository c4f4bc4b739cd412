import static app.db.Tables.FIELD;
import static app.db.Tables.STRING;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Integer_;
import app.Kin;
import app.Object_;
import app.String_;
import app.User;
import java.math.BigDecimal;
import java.time.LocalDate;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      app.List list = app.lists().insert(l -> l.name("names"));
      String_ string = app.strings().insert(s -> s.value("x").list(list));
      Object_ object = app.objects().insert(o -> o.name("o").string(string));
      app.records().insert(r -> r.object(object).list(list));
      assertStatements(
          app,
          4,
          () -> {
            for (Object_ each : app.objects().all()) {
              assertThat(each.string().flatMap(String_::list)).contains(list);
              assertThat(each.records().get(0).object()).isSameAs(each);
            }
          });
      assertThat(app.strings().findByValue("x")).contains(string);
      assertThat(app.strings().where(STRING.list().NAME.eq("names")).one()).isEqualTo(string);
      Kin kin = app.kins().insert(k -> k.changes("none"));
      app.relations().insert(r -> r.kin(kin));
      assertThat(kin.relations().get(0).kin()).contains(kin);
      assertThat(app.kins().update(kin.withChanges("some")).changes()).isEqualTo("some");
      Integer_ one = app.integers().insert(i -> i.value(1));
      assertThat(app.longs().insert(l -> l.integer(one)).integer()).contains(one);
      User user = app.users().insert(u -> u);
      app.userRepository2s().insert(r -> r.user(user));
      app.userMappings().insert(m -> m.user(user));
      app.userDraft2s().insert(d -> d.user(user));
      assertThat(app.userKeys().insert(k -> k.a(1).b(2).user(user)).user()).isEqualTo(user);
      assertThat(app.queries().insert(q -> q.text("select")).optionals()).isEmpty();
      assertThat(app.pages().page(1, 10).total()).isZero();
      assertThat(app.localDates().insert(d -> d.at(LocalDate.EPOCH)).at()).isEqualTo(LocalDate.EPOCH);
      assertThat(app.bigDecimals().insert(d -> d.value(BigDecimal.ONE)).value()).isEqualByComparingTo("1");
      assertThat(app.drafts().insert(d -> d.name("d")).drafts()).isEmpty();
      app.Field field = app.fields().insert(f -> f.name("f"));
      app.Update update = app.updates().insert(u -> u.field(field));
      app.updates().update(update.id(), u -> u.none("n").field(field));
      app.fields().update(1, f -> f.name(FIELD.NAME.concat("!")));
      assertThat(app.updates().get(1).field().name()).contains("f!");
      assertThat(app.rows().insert(r -> r.row("row")).row()).contains("row");
    }
  }
}
