import static app.db.Tables.TOOTS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.Account;
import app.App;
import app.Toot;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** Rows as Rails writes them: booleans as letters, times with six digits. */
public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      assertThat(app.schemaMigrations().all().get(0).version()).isEqualTo("20240102030405");
      Account ann = app.accounts().get(1);
      assertThat(ann.admin()).isTrue();
      assertThat(ann.balance()).isEqualTo(new BigDecimal("12.50"));
      assertThat(ann.createdAt()).isEqualTo(LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000));
      assertStatements(
          app,
          3,
          () -> {
            for (Toot toot : app.toots().orderBy(TOOTS.CREATED_AT.desc()).list()) {
              assertThat(toot.account()).isEqualTo(ann);
              assertThat(toot.inReplyTo().map(Toot::text)).isEqualTo(
                  toot.id() == 2 ? java.util.Optional.of("hello") : java.util.Optional.empty());
            }
          });
      assertThat(app.toots().get(2).type()).contains("Reply");
      assertThat(app.taggings().findByTaggableTypeAndTaggableIdAndLabel("Toot", 1, "greeting"))
          .isPresent();
      Account bob =
          app.accounts()
              .insert(a -> a.createdAt(LocalDateTime.of(2024, 3, 31, 2, 30)).name("Bob").admin(true));
      assertThat(app.accounts().get(bob.id())).isEqualTo(bob);
      assertThat(bob.settings().data()).isEqualTo("{}");
    }
  }
}
