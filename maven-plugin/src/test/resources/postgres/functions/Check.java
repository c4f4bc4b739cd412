import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.db.Routines;
import app.db.tables.Doubled;
import app.db.tables.Everybody;
import java.util.Arrays;

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
          .doesNotContain("hmac", "digest", "similarity", "slice");
      Routines.forget(app.dsl().configuration());
      assertThat(app.users().count()).isZero();
    }
  }
}
