import static app.db.Tables.NEWS;
import static app.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Children;
import app.News;
import app.Sheep;
import app.Status;
import app.User;
import app.Users;
import java.util.List;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      User user = app.users().insert(u -> u.name("one"));
      List<Users> users = app.users2().insertAll(List.of("a", "b"), (u, name) -> u.user(user).name(name));
      assertStatements(
          app,
          2,
          () -> {
            for (User each : app.users().all()) {
              assertThat(each.users()).isEqualTo(users);
              each.users().forEach(twin -> assertThat(twin.user()).isSameAs(each));
            }
          });
      assertThat(app.users2().where(USERS.user().NAME.eq("one")).count()).isEqualTo(2);

      Status status = app.statuses().insert(s -> s.name("open"));
      News news = app.news().insert(n -> n.title("Extra").status(status));
      app.series().insert(s -> s.news(news));
      app.data().insert(d -> d.series(news.series().get(0)).datum("x"));
      assertThat(status.news()).containsExactly(news);
      assertThat(news.series().get(0).data().get(0).series().flatMap(s -> s.news())).contains(news);
      assertThat(app.news().where(NEWS.status().NAME.eq("open")).one()).isEqualTo(news);
      assertThat(status.statusesCount()).isZero();

      Sheep dolly = app.sheep().insert(s -> s);
      Sheep lamb = app.sheep().insert(s -> s.mother(dolly));
      assertThat(dolly.sheepByMother()).containsExactly(lamb);
      Children parent = app.children2().insert(c -> c);
      app.children2().insert(c -> c.parent(parent));
      assertThat(parent.childrenByParentCount()).isEqualTo(1);
    }
  }
}
