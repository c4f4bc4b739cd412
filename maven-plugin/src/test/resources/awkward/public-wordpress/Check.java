import static app.db.Tables.WP_POSTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.WpOption;
import app.WpPost;
import app.WpTermRelationship;
import app.WpUser;
import java.time.LocalDateTime;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      LocalDateTime now = LocalDateTime.of(2026, 5, 4, 3, 2, 1);
      WpUser user = app.wpUsers().insert(u -> u.userLogin("admin").userRegistered(now));
      WpPost post = app.wpPosts().insert(p -> p.postContent("Hello").postAuthor(user.id()).postDate(now));
      assertThat(post.postStatus()).isEqualTo("publish");
      assertThat(app.wpPosts().listByPostAuthor(user.id())).containsExactly(post);
      assertThat(app.wpPosts().where(WP_POSTS.POST_DATE.eq(now)).one()).isEqualTo(post);
      WpOption option = app.wpOptions().upsertByOptionName(o -> o.optionValue("Kinrow").optionName("title"));
      assertThat(app.wpOptions().findByOptionName("title")).contains(option);
      app.wpUsermetas().insert(m -> m.umetaId(1).userId(user.id()).metaKey("k"));
      assertThat(app.wpUsermetas().listByUserId(user.id())).hasSize(1);
      app.wpTermRelationships().insert(r -> r.objectId(1).termTaxonomyId(2));
      assertThat(app.wpTermRelationships().get(new WpTermRelationship.Key(1, 2)).termOrder()).isZero();
    }
  }
}
