import static app.db.Tables.AUTH_USER_GROUPS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.AuthGroup;
import app.AuthUser;
import app.AuthUserGroup;
import app.DjangoContentType;
import java.time.LocalDateTime;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      // Django writes six digits of a second
      app.dsl()
          .execute("insert into auth_user values (7, '!', null, 1, 'root', '2026-05-04 03:02:01.123456')");
      AuthUser root = app.authUsers().findByUsername("root").orElseThrow();
      assertThat(root.isSuperuser()).isTrue();
      assertThat(root.dateJoined()).isEqualTo(LocalDateTime.of(2026, 5, 4, 3, 2, 1, 123_456_000));
      AuthGroup group = app.authGroups().insert(g -> g.name("staff"));
      app.authUserGroups().insert(m -> m.user(root).group(group));
      assertStatements(
          app,
          3,
          () -> {
            for (AuthUser user : app.authUsers().all()) {
              for (AuthUserGroup member : user.authUserGroups()) {
                assertThat(member.user()).isSameAs(user);
                assertThat(member.group().name()).isEqualTo("staff");
              }
            }
          });
      assertThat(app.authUserGroups().where(AUTH_USER_GROUPS.group().NAME.eq("staff")).one().user()).isEqualTo(root);
      DjangoContentType type = app.djangoContentTypes().insert(t -> t.appLabel("auth").model("user"));
      app.authPermissions().insert(p -> p.contentType(type).codename("add").name("Can add"));
      assertThat(app.djangoContentTypes().findByAppLabelAndModel("auth", "user").orElseThrow().authPermissions()).hasSize(1);
      app.djangoAdminLogs().insert(l -> l.actionFlag(1).user(root));
      assertThat(root.djangoAdminLogs().get(0).contentType()).isEmpty();
    }
  }
}
