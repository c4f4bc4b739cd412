import static app.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.*;
import app.db.enums.GradeKind;
import app.db.enums.MemberKind;
import app.db.enums.UserMood;
import app.db.enums.UserRole2;
import app.db.enums.UserRoleGrade;
import app.db.enums.UserRoleRole;
import io.kinrow.runtime.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.EnumType;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

public final class Check {

  private final App app;

  private Check(App app) {
    this.app = app;
  }

  public static void run(String url) {
    try (App direct = App.open(url)) {
      App throughJooq =
          App.using(
              DSL.using(
                  new DefaultConfiguration()
                      .set(direct.dsl().configuration().connectionProvider())
                      .set(direct.dsl().dialect())
                      .set(ExecuteListener.onStart(started -> {}))));
      for (App app : List.of(direct, throughJooq)) {
        Check check = new Check(app);
        for (Runnable part :
            List.<Runnable>of(
                check::literals,
                check::writesAndReads,
                check::keys,
                check::slices,
                check::many,
                check::declaredQueries,
                check::unknownLiterals)) {
          direct.users().where(USERS.BOSS_ID.isNotNull()).update(u -> u.bossId(null));
          direct.users().deleteAll();
          direct.userRoles().deleteAll();
          direct.members().deleteAll();
          direct.groups().deleteAll();
          direct.grades().deleteAll();
          part.run();
        }
      }
    }
  }

  private boolean isSqlite() {
    return app.dsl().dialect().family() == SQLDialect.SQLITE;
  }

  private void literals() {
    assertThat(UserRole2.values()).containsExactly(UserRole2.admin, UserRole2.writer);
    assertThat(UserRole2.admin).isInstanceOf(EnumType.class);
    assertThat(UserRole2.admin.getLiteral()).isEqualTo("admin");
    assertThat(Arrays.stream(UserMood.values()).map(UserMood::getLiteral))
        .containsExactly("so-so", "so so", "", "1st", isSqlite() ? "it's \"me\"\\" : "it's \"me\"", "ADMIN", "admin", "class");
    assertThat(UserRoleGrade.values()).hasSize(3);
    assertThat(UserRoleRole.values()).hasSize(2);
    for (UserMood mood : UserMood.values()) {
      User user = app.users().insert(u -> u.name("n" + mood.ordinal()).mood(mood));
      assertThat(app.users().get(user.id()).mood()).contains(mood);
      assertThat(app.users().where(USERS.MOOD.eq(mood)).one()).isEqualTo(user);
    }
  }

  private void writesAndReads() {
    User ann = app.users().insert(u -> u.name("ann"));
    assertThat(ann.role()).isSameAs(UserRole2.writer);
    assertThat(ann.mood()).isEmpty();
    User bob = app.users().insert(u -> u.name("bob").role(UserRole2.admin).bossId(ann.id()));
    User glad = app.users().update(bob.withMood(UserMood.admin));
    assertThat(glad).isEqualTo(app.users().get(bob.id()));
    app.users().update(bob.id(), u -> u.role(UserRole2.writer).mood(null));
    assertThat(app.users().get(bob.id()).role()).isEqualTo(UserRole2.writer);
    assertThat(app.users().where(USERS.ROLE.in(UserRole2.admin, UserRole2.writer)).list()).hasSize(2);
    assertThat(app.users().where(USERS.ROLE.ne(UserRole2.writer)).list()).isEmpty();
    assertThat(app.users().where(USERS.MOOD.isNull()).count()).isEqualTo(2);
    assertThat(app.users().where(USERS.boss().ROLE.eq(UserRole2.writer)).one().id()).isEqualTo(bob.id());
    assertThat(app.users().findByRoleAndName(UserRole2.writer, "ann")).contains(ann);
    assertThat(app.users().get(bob.id()).boss()).contains(ann);
    assertThat(app.users().select(UserCard.class).list())
        .contains(new UserCard("ann", UserRole2.writer, Optional.empty()));
    assertThat(app.dsl().fetchOne(USERS, USERS.ID.eq(ann.id())).getRole()).isEqualTo(UserRole2.writer);
    assertThat(app.dsl().select(USERS.ROLE).from(USERS).where(USERS.ID.eq(ann.id())).fetchSingle().value1())
        .isEqualTo(UserRole2.writer);
    assertThatThrownBy(() -> app.dsl().execute("update users set role = 'boss'"))
        .hasMessageMatching("(?s).*(CHECK|check) constraint.*");
  }

  private void keys() {
    UserRole granted = app.userRoles().insert(r -> r.role(UserRoleRole.admin).grade(UserRoleGrade.b));
    assertThat(app.userRoles().get(UserRoleRole.admin)).isEqualTo(granted);
    assertThat(app.userRoles().exists(UserRoleRole.writer)).isFalse();
    assertThat(app.userRoles().findAll(List.of(UserRoleRole.values()))).containsExactly(granted);
    String title = isSqlite() ? "X" : "x";
    assertThat(app.userRoles().update(granted.withTitle(title)).title()).contains(title);
    Group group = app.groups().insert(g -> g.name("g"));
    app.members().insert(m -> m.groupName("g").kind(MemberKind.k1));
    Member second = app.members().insert(m -> m.groupName("g").kind(MemberKind.k2));
    assertThat(app.members().get(new Member.Key("g", MemberKind.k2))).isEqualTo(second);
    assertThat(group.members()).hasSize(2);
    Grade grade = app.grades().upsert(g -> g.kind(GradeKind.k1).points(1L));
    assertThat(app.grades().upsert(g -> g.kind(GradeKind.k1).points(1L)).kind()).isEqualTo(grade.kind());
    assertThat(app.grades().all()).hasSize(1);
  }

  private void slices() {
    for (int i = 0; i < 5; i++) {
      String name = "n" + i;
      UserRole2 role = i % 2 == 0 ? UserRole2.admin : UserRole2.writer;
      app.users().insert(u -> u.name(name).role(role));
    }
    Slice<User> first = app.users().orderBy(USERS.ROLE, USERS.NAME).slice(2);
    assertThat(first.rows()).extracting(User::name).containsExactly("n0", "n2");
    Slice<User> next = app.users().orderBy(USERS.ROLE, USERS.NAME).after(first.next().orElseThrow()).slice(2);
    assertThat(next.rows()).extracting(User::name).containsExactly("n4", "n1");
  }

  private void many() {
    List<User> users =
        app.users()
            .insertAll(
                List.of("a", "b", "c"), (u, name) -> u.name(name).role(UserRole2.admin));
    assertThat(users).extracting(User::role).containsOnly(UserRole2.admin);
    app.users().updateAll(users.stream().map(u -> u.withRole(UserRole2.writer)).toList());
    assertThat(app.users().all()).extracting(User::role).containsOnly(UserRole2.writer);
    assertThat(app.users().where(USERS.ROLE.eq(UserRole2.writer)).update(u -> u.mood(UserMood.ADMIN)))
        .isEqualTo(3);
  }

  private void declaredQueries() {
    User ann = app.users().insert(u -> u.name("ann").role(UserRole2.admin));
    Declared declared = app.queries(Declared.class);
    assertThat(declared.byRole(UserRole2.admin)).containsExactly(ann);
    assertThat(declared.names(List.of(UserRole2.values()))).containsExactly("ann");
    assertThat(declared.duties()).containsExactly(UserRole2.admin);
    assertThat(declared.promote(ann.id(), UserRole2.writer)).contains(UserRole2.writer);
    assertThat(declared.lines()).containsExactly(new Declared.Line("ann", UserRole2.writer));
  }

  private void unknownLiterals() {
    if (!isSqlite()) {
      return;
    }
    User ann = app.users().insert(u -> u.name("ann"));
    app.dsl()
        .connection(
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute("pragma ignore_check_constraints = on");
                statement.execute("update users set role = 'boss'");
                statement.execute("pragma ignore_check_constraints = off");
              }
            });
    String what =
        "the stored value 'boss' is not one of the values of the CHECK constraint ('admin', 'writer')";
    assertThatThrownBy(() -> app.users().get(ann.id()))
        .isInstanceOf(DataTypeException.class)
        .hasMessageContaining("users.role")
        .hasMessageContaining("id = " + ann.id())
        .hasMessageContaining(what);
    assertThatThrownBy(() -> app.users().select(UserCard.class).list()).hasMessageContaining(what);
    assertThatThrownBy(() -> app.queries(Declared.class).duties()).hasMessageContaining(what);
    assertThatThrownBy(() -> app.dsl().fetch(USERS)).hasStackTraceContaining(what);
  }
}
