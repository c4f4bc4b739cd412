import static app.db.Tables.MANAGERS;
import static app.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Avatar;
import app.Employee;
import app.Manager;
import app.Profile;
import app.User;
import java.util.List;
import org.jooq.exception.IntegrityConstraintViolationException;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      List<User> users = app.users().insertAll(List.of("Ann", "Bob"), (u, name) -> u.name(name));
      User ann = users.get(0);
      Profile profile = app.profiles().insert(p -> p.user(ann).bio("sings"));
      app.settings().insert(s -> s.user(ann));
      Avatar avatar = app.avatars().insert(a -> a.url("ann.png").user(ann));
      app.avatars().insert(a -> a.url("nobody.png"));
      Employee employee = app.employees().insert(e -> e.user(ann).salary(100));
      Manager manager = app.managers().insert(m -> m.employee(employee));

      assertStatements(
          app,
          5,
          () -> {
            for (User user : app.users().all()) {
              user.profile().ifPresent(mine -> assertThat(mine.user()).isSameAs(user));
              user.setting().ifPresent(mine -> assertThat(mine.user()).isSameAs(user));
              user.avatar().ifPresent(mine -> assertThat(mine.user()).containsSame(user));
              user.employee().ifPresent(mine -> assertThat(mine.user()).isSameAs(user));
            }
          });
      User bob = app.users().get(2L);
      assertThat(bob.profile()).isEmpty();
      assertThat(bob.avatar()).isEmpty();
      assertThat(bob.employee()).isEmpty();
      assertThat(ann.profile()).contains(profile);
      assertThat(ann.setting().orElseThrow().theme()).isEqualTo("light");
      assertThat(app.avatars().findByUser(ann)).contains(avatar);
      assertThat(manager.employee().user()).isEqualTo(ann);
      assertThat(ann.employee().flatMap(Employee::manager)).contains(manager);
      assertThat(app.managers().where(MANAGERS.employee().user().NAME.eq("Ann")).one())
          .isEqualTo(manager);
      assertThat(app.users().where(USERS.profile().BIO.eq("sings")).one()).isEqualTo(ann);

      assertThatThrownBy(() -> app.settings().insert(s -> s.user(ann).theme("dark")))
          .isInstanceOf(IntegrityConstraintViolationException.class);
      assertThat(app.settings().upsertByUserId(s -> s.user(ann).theme("dark")).id()).isEqualTo(1);
      assertThat(app.profiles().upsert(p -> p.userId(1).bio("dances")).bio()).contains("dances");
      app.avatars().update(avatar.withUser(bob));
      assertThat(app.users().get(2L).avatar().map(Avatar::url)).contains("ann.png");
      assertThat(app.users().get(1L).avatar()).isEmpty();
    }
  }
}
