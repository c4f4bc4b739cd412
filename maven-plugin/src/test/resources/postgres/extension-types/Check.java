import static app.db.Tables.HOSTS;
import static app.db.Tables.TEAMS;
import static app.db.Tables.USERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Host;
import app.Member;
import app.Team;
import app.User;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns of extensions' types are texts that compare as their type does. */
public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      texts(app);
      slices(app);
      upserts(app);
      keys(app);
      ownTypes(app);
    }
  }

  private static void texts(App app) {
    User user =
        app.users()
            .insert(u -> u.email("a@x").nick("Nick").settings("b=>2, a=>1").path("top.sub").book("978-0-306-40615-7"));
    // an operator is found on the search path only
    assertThat(app.users().get(user.id()).book()).contains("978-0-306-40615-7");
    assertThat(user.settings()).isEqualTo("\"a\"=>\"1\", \"b\"=>\"2\"");
    assertThat(app.users().get(user.id())).isEqualTo(user);
    assertThat(app.users().findByEmail("A@X")).contains(user);
    assertThat(app.users().where(USERS.EMAIL.eq("A@x")).list()).containsExactly(user);
    assertThat(app.users().where(USERS.EMAIL.ne("A@x")).count()).isZero();
    assertThat(app.users().where(USERS.EMAIL.in("A@x", "other")).count()).isEqualTo(1);
    assertThat(app.users().where(USERS.EMAIL.in(List.of("A@X"))).count()).isEqualTo(1);
    assertThat(app.users().where(USERS.EMAIL.notIn(List.of("A@X"))).count()).isZero();
    assertThat(app.users().where(USERS.EMAIL.between("A", "B")).count()).isEqualTo(1);
    assertThat(app.users().where(USERS.EMAIL.like("A@%")).count()).isEqualTo(1);
    assertThat(app.users().where(USERS.SETTINGS.eq("a=>1,b=>2")).count()).isEqualTo(1);
    assertThat(app.users().where(USERS.PATH.eq("top.sub")).count()).isEqualTo(1);
    assertThat(app.dsl().fetchCount(USERS, USERS.EMAIL.eq("A@X"))).isEqualTo(1);
    assertThat(app.dsl().fetchCount(USERS, USERS.EMAIL.in("A@X", "B"))).isEqualTo(1);
    assertThat(app.dsl().select(USERS.SETTINGS).from(USERS).fetchOne(USERS.SETTINGS))
        .isEqualTo(user.settings());
    app.dsl().update(USERS).set(USERS.SETTINGS, "c=>NULL").set(USERS.NICK, (String) null).execute();
    User again = app.users().get(user.id());
    assertThat(again.settings()).isEqualTo("\"c\"=>NULL");
    assertThat(again.nick()).isEmpty();
    User changed = app.users().update(again.withSettings("z=>1,  y=>2").withPath("a.b.c"));
    assertThat(changed).isEqualTo(app.users().get(user.id()));
    assertThat(changed.settings()).isEqualTo("\"y\"=>\"2\", \"z\"=>\"1\"");
  }

  private static void slices(App app) {
    assertThat(app.users().insertBatch(List.of("D@x", "c@x", "B@x", "e@x"), (u, email) -> u.email(email)))
        .isEqualTo(4);
    Query<User> query = app.users().orderBy(USERS.EMAIL);
    List<String> emails = new ArrayList<>();
    Slice<User> slice = query.slice(2);
    slice.forEach(user -> emails.add(user.email()));
    for (Optional<Cursor> next = slice.next(); next.isPresent(); next = slice.next()) {
      slice = query.after(Cursor.of(next.get().token())).slice(2);
      slice.forEach(user -> emails.add(user.email()));
    }
    assertThat(emails).containsExactly("a@x", "B@x", "c@x", "D@x", "e@x");
  }

  private static void upserts(App app) {
    long before = app.users().count();
    User upserted = app.users().upsertByEmail(u -> u.email("b@X").nick("Bob"));
    assertThat(app.users().count()).isEqualTo(before);
    assertThat(app.users().get(upserted.id())).isEqualTo(upserted);
    assertThat(app.users().findByEmail("B@X").orElseThrow().nick()).contains("Bob");
  }

  private static void keys(App app) {
    Team red = app.teams().insert(t -> t.name("Red"));
    Team blue = app.teams().insert(t -> t.name("BLUE"));
    app.members()
        .insertBatch(
            List.of("red", "RED", "blue"), (m, team) -> m.id(team.hashCode()).team(team));
    assertStatements(
        app,
        2,
        () -> {
          for (Team team : app.teams().all()) {
            assertThat(team.members()).hasSize(team.equals(red) ? 2 : 1);
          }
        });
    assertThat(app.teams().all())
        .allSatisfy(t -> assertThat(t.membersCount()).isEqualTo(t.equals(red) ? 2 : 1));
    assertThat(red.queryMembers().count()).isEqualTo(2);
    for (Member member : app.members().all()) {
      assertThat(member.teamByName()).isEqualTo(member.team().equals("blue") ? blue : red);
    }
    assertThat(app.members().listByTeam("rEd")).hasSize(2);
    assertThat(app.teams().get("bLUE")).isEqualTo(blue);
    assertThat(app.teams().findAll(List.of("blue", "RED", "green"))).containsExactly(blue, red);
    assertThat(app.teams().where(TEAMS.NAME.eq("blue")).list()).containsExactly(blue);
  }

  /** PostgreSQL's own types that jOOQ does not know. */
  private static void ownTypes(App app) {
    Host host =
        app.hosts()
            .insert(
                h ->
                    h.address("10.0.0.1")
                        .net("10.0.0.0/8")
                        .mac("08:00:2B:01:02:03")
                        .ports("[80,90]")
                        .busy("{}")
                        .spot("(1,2)")
                        .words("fat cat"));
    assertThat(host.mac()).contains("08:00:2b:01:02:03");
    assertThat(host.ports()).contains("[80,91)");
    assertThat(host.words()).contains("'cat' 'fat'");
    assertThat(app.hosts().get("10.0.0.1/32")).isEqualTo(host);
    assertThat(app.hosts().where(HOSTS.PORTS.eq("[80,91)")).list()).containsExactly(host);
    assertThat(app.hosts().orderBy(HOSTS.ADDRESS).slice(1).rows()).containsExactly(host);
    Host changed = app.hosts().update(host.withSpot("(3, 4)").withBusy((String) null));
    assertThat(changed).isEqualTo(app.hosts().get("10.0.0.1"));
    assertThat(changed.spot()).contains("(3,4)");
    app.visits().insert(v -> v.id(1).address("10.0.0.1/32"));
    assertThat(app.visits().get(1).addressHost()).isEqualTo(changed);
    assertThat(changed.visits()).hasSize(1);
    app.dsl().update(HOSTS).set(HOSTS.NET, "10.1.0.0/16").execute();
    assertThat(app.dsl().fetchValue(HOSTS.NET)).isEqualTo("10.1.0.0/16");
  }
}
