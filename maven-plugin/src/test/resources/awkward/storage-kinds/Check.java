import static app.db.Tables.DOCUMENTS;
import static app.db.Tables.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Counted;
import app.Document;
import app.KeyOnly;
import app.Keyless;
import app.PairOnly;
import app.StrictThing;
import app.Word;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      strict(app);
      keys(app);
      withoutKey(app);
      fullText(app);
    }
  }

  private static void strict(App app) {
    StrictThing thing =
        app.strictThings().insert(s -> s.i(1).n(Long.MAX_VALUE).r(0.1).t("t").b(new byte[] {0, -1}));
    StrictThing read = app.strictThings().get(thing.id());
    assertThat(read.n()).contains(Long.MAX_VALUE);
    assertThat(read.r()).contains(0.1);
    assertThat(read.b()).hasValueSatisfying(b -> assertThat(b).containsExactly(0, -1));
    assertThat(read).isEqualTo(thing).hasSameHashCodeAs(thing);
    assertThat(app.strictThings().update(read.withR(2.0).withB(null)).b()).isEmpty();
    assertThat(app.strictThings().get(1L).r()).contains(2.0);
  }

  private static void keys(App app) {
    Word word = app.words().insert(w -> w.word("row").length(3));
    assertThat(app.words().update(word.withLength(4))).isEqualTo(app.words().get("row"));
    assertThat(app.words().where(WORDS.LENGTH.eq(4L)).exists()).isTrue();

    Counted counted = app.counteds().insert(c -> c.name("one"));
    app.counteds().delete(counted);
    assertThat(app.counteds().insert(c -> c).id()).as("never used twice").isEqualTo(2);

    assertThat(app.backwards().insert(b -> b.id(5).name("b")).id()).isEqualTo(5);
    assertThat(app.backwards().get(5L).name()).contains("b");

    List<KeyOnly> rows = app.keyOnly().insertAll(List.of(1, 2), (k, i) -> k);
    assertThat(app.keyOnly().insert(k -> k.id(9)).id()).isEqualTo(9);
    assertThat(app.keyOnly().upsert(k -> k.id(9))).isEqualTo(app.keyOnly().get(9L));
    assertThat(app.keyOnly().all()).hasSize(3).containsAll(rows);
    assertThat(app.keyOnly().insertBatch(List.of(1, 2), (k, i) -> k)).isEqualTo(2);

    PairOnly pair = app.pairOnly().insert(p -> p.a("x").b("y"));
    assertThat(app.pairOnly().upsert(p -> p.a("x").b("y"))).isEqualTo(pair);
    assertThat(app.pairOnly().find(new PairOnly.Key("x", "y"))).contains(pair);
    assertThat(app.pairOnly().update(pair)).isEqualTo(pair);
    assertThat(app.pairOnly().delete(pair)).isTrue();
  }

  private static void withoutKey(App app) {
    app.dsl().execute("insert into keyless values ('a', 1), ('a', 1), ('b', null)");
    assertThat(app.keylesses().all())
        .hasSize(3)
        .extracting(Keyless::amount)
        .contains(Optional.of(1L), Optional.empty());
    assertThat(app.keylesses().page(2, 2).rows()).hasSize(1);
    app.dsl().execute("insert into keyless_unique values (null, 'x'), (null, 'y'), ('c', 'z')");
    assertThat(app.keylessUniques().findByCode("c").orElseThrow().name()).contains("z");
    assertThat(app.keylessUniques().findByCode("d")).isEmpty();
    assertThat(app.keylessUniques().count()).isEqualTo(3);
  }

  private static void fullText(App app) {
    app.dsl().execute("insert into documents values ('Rows', 'know their kin'), ('Columns', 'too')");
    assertThat(app.documents().where(DSL.condition("documents match 'kin'")).list())
        .extracting(Document::title)
        .containsExactly(Optional.of("Rows"));
    assertThat(app.documents().where(DOCUMENTS.BODY.eq("too")).count()).isEqualTo(1);
    assertThatThrownBy(() -> app.documents().where(DSL.condition("documents match 'a\"'")).list())
        .isInstanceOf(org.jooq.exception.DataAccessException.class);
  }
}
