import static app.db.Tables.ARTICLES;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Article;
import app.Tag;
import app.User;
import java.time.LocalDateTime;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      User ann = app.users().insert(u -> u.id("u1").username("ann").password("x").email("a@x"));
      User bob = app.users().insert(u -> u.id("u2").username("bob").password("x").email("b@x"));
      Article article =
          app.articles()
              .insert(
                  a ->
                      a.id("a1")
                          .user(ann)
                          .slug("how-to")
                          .title("How to")
                          .description("…")
                          .body("…")
                          .createdAt(LocalDateTime.of(2024, 1, 2, 3, 4, 5)));
      assertThat(article.createdAt()).isEqualTo(LocalDateTime.of(2024, 1, 2, 3, 4, 5));
      Tag java = app.tags().insert(t -> t.id("t1").name("Java"));
      assertThat(app.tags().findByName("JAVA")).contains(java);
      app.articleTags().insert(link -> link.article(article).tag(java));
      app.articleFavorites().insert(link -> link.article(article).user(bob));
      app.follows().insert(f -> f.user(bob).follow(ann));
      app.comments().insert(c -> c.id("c1").body("nice").article(article).user(bob));

      assertStatements(
          app,
          4,
          () -> {
            for (Article each : app.articles().all()) {
              assertThat(each.tags()).containsExactly(java);
              assertThat(each.comments()).extracting(c -> c.user().username()).containsExactly("bob");
            }
          });
      assertThat(app.articles().where(ARTICLES.user().USERNAME.eq("ann")).list())
          .containsExactly(article);
      assertThat(app.articleStats().query().one().favorites()).contains(1L);
      assertThat(app.users().deleteByKey("u1")).isTrue();
      assertThat(app.articles().count() + app.comments().count() + app.follows().count()).isZero();
    }
  }
}
