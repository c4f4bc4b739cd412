import static app.db.Tables.USER_GROUP;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.UserGroup;
import app.UserGroup2;
import app.UserGroups;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      UserGroups all =
          app.userGroups2().insert(g -> g.userName("1").userName3("2").userName2("4").userName4("3"));
      UserGroups read = app.userGroups2().update(all.withUserName5("5").withUserName6("6"));
      assertThat(app.dsl().fetchOne("select * from user_groups").intoList())
          .containsExactly(1, "1", "2", "3", "4", "5", "6");
      assertThat(read).isEqualTo(app.userGroups2().get(1L));

      UserGroup2 camel = app.userGroup2s().insert(g -> g.userGroups(read));
      app.userGroup3s().insert(g -> g.userGroups(read));
      app.usergroups2s().insert(g -> g.userGroups(read));
      UserGroup low = app.userGroups().insert(g -> g.userGroup(camel));

      assertStatements(
          app,
          5,
          () -> {
            for (UserGroups group : app.userGroups2().all()) {
              assertThat(group.userGroup2s()).hasSize(1);
              assertThat(group.userGroup2s().get(0).userGroupsByUserGroup()).containsExactly(low);
              assertThat(group.userGroup3s().get(0).userGroups()).containsSame(group);
              assertThat(group.usergroups2s().get(0).userGroups()).containsSame(group);
            }
          });
      assertThat(low.userGroup().map(UserGroup2::userGroups)).contains(read);
      assertThat(app.userGroups().where(USER_GROUP.userGroup().userGroups().USER_NAME.eq("1")).one())
          .isEqualTo(low);
    }
  }
}
