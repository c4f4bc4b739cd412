import static app.db.Tables.NOTES;
import static app.db.Tables.ORDERS;
import static app.db.Tables.SHOP_NOTES;
import static app.db.Tables.SHOP_USERS;
import static app.db.Tables.TAGS;
import static app.db.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Note;
import app.Order;
import app.ShopNote;
import app.ShopUser;
import app.Tag;
import app.User;
import app.db.types.enums.Mood;
import io.kinrow.runtime.StatementCounter;
import io.kinrow.runtime.StatementListener.Executed;
import java.util.List;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;

/** Tables in two schemas that refer to each other, with types in a third one that is not listed. */
public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App db = App.open(url)) {
      navigation(db);
      types(db);
      writes(db);
      slices(db);
      deletions(db);
    }
  }

  private static void navigation(App db) {
    for (String name : List.of("ann", "bob")) {
      User user = db.users().insert(u -> u.name(name).email(name + "@x").mood(Mood.sad));
      ShopUser customer = db.shopUsers().insert(c -> c.name("customer " + name).account(user));
      for (int i = 0; i < 2; i++) {
        int number = i;
        db.orders().insert(o -> o.title(name + number).user(customer).seller(user));
      }
    }
    Tag tag = db.tags().insert(t -> t.name("red@x"));
    Order first = db.orders().get(1L);
    db.orderTags().insert(t -> t.order(first).tagByName(tag));
    db.notes().insert(n -> n.body("note").order(first));

    try (StatementCounter counter = StatementCounter.on(db)) {
      for (User user : db.users().all()) {
        ShopUser customer = user.shopUser().orElseThrow();
        assertThat(customer.account()).isSameAs(user);
        assertThat(customer.orders()).hasSize(2);
        assertThat(customer.orders().get(0).user()).isSameAs(customer);
        assertThat(user.orders()).isEqualTo(customer.orders());
        assertThat(user.ordersCount()).isEqualTo(2);
      }
      assertThat(counter.count()).isEqualTo(4);
      assertThat(counter.statements())
          .extracting(Executed::sql)
          .allSatisfy(sql -> assertThat(sql).containsPattern("from \"(app|shop)\"\\."));
    }
    Note note = db.notes().all().get(0);
    assertThat(note.order().user().account().name()).isEqualTo("ann");
    assertThat(first.tags()).containsExactly(tag);
    assertThat(tag.orders()).containsExactly(first);
    assertThat(first.notes()).containsExactly(note);
    assertThat(db.orders().where(ORDERS.user().account().NAME.eq("bob")).list()).hasSize(2);
    assertThat(db.users().where(USERS.shopUser().NAME.eq("customer bob")).list()).hasSize(1);
    assertThat(db.users().with(User.ORDERS).list()).hasSize(2);
  }

  private static void types(App db) {
    User user = db.users().get(1L);
    assertThat(user.mood()).isEqualTo(Mood.sad);
    assertThat(user.status()).isEqualTo(app.db.enums.Status.new_);
    assertThat(user.shopUser().orElseThrow().status())
        .isEqualTo(app.db.shop.enums.Status.open);
    User changed =
        db.users()
            .update(
                user.withMood(Mood.in_progress)
                    .withEmail("other@x")
                    .withMoods(new Mood[] {Mood.ok, Mood.sad}));
    assertThat(db.users().get(1L)).isEqualTo(changed);
    assertThat(db.users().where(USERS.MOOD.eq(Mood.in_progress)).list()).containsExactly(changed);
    assertThat(db.users().where(USERS.MOOD.in(Mood.values())).count()).isEqualTo(2);
    assertThat(db.users().where(USERS.EMAIL.eq("other@x")).count()).isEqualTo(1);
    assertThat(db.tags().findAll(List.of("red@x", "blue@x"))).hasSize(1);
    Order order = db.orders().insert(o -> o.title("paid").userId(1).mood(Mood.ok));
    assertThat(db.paids().all()).singleElement().satisfies(
        paid -> assertThat(paid.mood()).contains(Mood.ok));
    db.orders().delete(order);
    assertThatThrownBy(() -> db.users().insert(u -> u.name("x").email("no address")))
        .isInstanceOf(IntegrityConstraintViolationException.class);
  }

  private static void writes(App db) {
    assertThat(db.users().upsertByName(u -> u.name("ann").email("new@x")).email())
        .contains("new@x");
    assertThat(
            db.shopUsers().upsertByAccountId(c -> c.name("again").accountId(1)).id())
        .isEqualTo(1);
    assertThat(db.shopNotes().insertBatch(List.of("a", "b", "c"), (n, name) -> n.name(name)))
        .isEqualTo(3);
    assertThatThrownBy(() -> db.shopUsers().insert(c -> c.name("x").accountId(99)))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContainingAll("shop.users", "99");
    db.transaction(
        tx -> {
          tx.shopNotes().insert(n -> n.name("d"));
          assertThat(tx.dsl().fetchCount(SHOP_NOTES)).isEqualTo(4);
        });
    assertThat(db.dsl().fetchCount(NOTES)).isEqualTo(1);
    assertThat(db.dsl().fetchCount(TAGS)).isEqualTo(1);
  }

  /** Tables of the same name are different tables. */
  private static void slices(App db) {
    var users = db.users().orderBy(USERS.ID).slice(1).next().orElseThrow();
    assertThat(db.users().orderBy(USERS.ID).after(users).slice(1)).hasSize(1);
    assertThatThrownBy(() -> db.shopUsers().orderBy(SHOP_USERS.ID).after(users).slice(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different table");
    assertThatThrownBy(() -> db.shopUsers().get(99L)).hasMessageContaining("shop.users");
    assertThatThrownBy(() -> db.users().get(99L)).hasMessageContaining("app.users");
  }

  private static void deletions(App db) {
    assertThat(
            db.users()
                .deleteWhere(
                    DSL.exists(
                        DSL.selectOne()
                            .from(SHOP_USERS)
                            .where(
                                SHOP_USERS.NAME.eq("nobody").and(SHOP_USERS.ID.eq(USERS.ID))))))
        .isZero();
    assertThatThrownBy(
            () ->
                db.users()
                    .deleteWhere(
                        DSL.exists(
                            DSL.selectOne().from(SHOP_USERS).where(SHOP_USERS.NAME.eq("again")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names no column of app.users");
    List<ShopNote> notes = db.shopNotes().all();
    assertThat(db.shopNotes().deleteWhere(SHOP_NOTES.NAME.in(notes.stream().map(ShopNote::name).toList())))
        .isEqualTo(4);
  }
}
