import static app.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.db.Domains;
import app.db.Routines;
import app.db.Sequences;
import app.db.enums.Mood;
import app.db.tables.Doubled;
import app.db.tables.Everybody;
import app.db.udt.records.PairingRecord;
import java.util.Arrays;
import java.util.Locale;

/** Functions are jOOQ's as ever, without an entity; those of extensions are left out. */
public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      assertThat(app.users().insert(u -> u.name("susan")).name()).isEqualTo("SUSAN");
      assertThat(app.dsl().selectFrom(Doubled.DOUBLED.call(21)).fetchOne(Doubled.DOUBLED.A)).isEqualTo(42);
      assertThat(app.dsl().selectFrom(Everybody.EVERYBODY.call()).fetch(Everybody.EVERYBODY.NAME))
          .containsExactly("SUSAN");
      assertThat(Routines.addUp1(app.dsl().configuration(), 1, 2)).isEqualTo(3);
      assertThat(Arrays.stream(App.class.getMethods()).map(method -> method.getName()))
          .contains("users")
          .doesNotContain("doubled", "everybodies", "everybody", "names");
      assertThat(Arrays.stream(Routines.class.getMethods()).map(method -> method.getName()))
          .contains("forget")
          .doesNotContain("hmac", "similarity", "slice");
      assertThat(Arrays.stream(Routines.class.getMethods()).map(method -> method.getName()))
          .filteredOn(name -> name.toLowerCase(Locale.ROOT).startsWith("digest"))
          .hasSizeBetween(1, 3);
      assertThat(USERS.getPrimaryKey()).isNotNull();
      assertThat(app.dsl().fetchValue("select nick from users()")).isEqualTo("SUSAN");
      assertThat(app.gladUsers().all()).hasSize(1);
      assertThat(Sequences.NUMBERS.getName()).isEqualTo("numbers");
      assertThat(Mood.glad.getLiteral()).isEqualTo("glad");
      assertThat(Domains.SHORT.getName()).isEqualTo("short");
      assertThat(new PairingRecord(1, "one").getY()).isEqualTo("one");
      Routines.forget(app.dsl().configuration());
      assertThat(app.users().count()).isZero();
    }
  }
}
