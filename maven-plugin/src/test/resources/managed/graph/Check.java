import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Category;
import app.Customer;
import app.Log;
import app.Message;
import app.Order;
import app.Shop;
import app.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.exception.IntegrityConstraintViolationException;

/** Rows that are inserted together with those that reference them, by keys of every kind. */
public final class Check {

  private final App app;

  private Check(App app) {
    this.app = app;
  }

  public static void run(String url) {
    AtomicInteger asked = new AtomicInteger();
    try (App app =
        App.open(
            url,
            options ->
                options
                    .connections(1)
                    .user(
                        () -> {
                          asked.incrementAndGet();
                          return "susan";
                        }))) {
      Check check = new Check(app);
      check.compositeKeysAndRules(asked);
      check.uniqueKeysAndOneToOne();
      check.severalForeignKeys();
      check.trees();
      check.triggers();
      check.links();
      check.statements();
    }
  }

  /** Runs work that takes some statements, and then its check, which takes none. */
  private <T> T stored(int statements, java.util.function.Supplier<T> work) {
    List<T> result = new ArrayList<>();
    assertStatements(app, statements, () -> result.add(work.get()));
    return result.get(0);
  }

  private void compositeKeysAndRules(AtomicInteger asked) {
    Shop shop =
        stored(
            3,
            () ->
                app.shops()
                    .insert(
                        s ->
                            s.name("Corner")
                                .customers(
                                    List.of(3L, 1L, 2L),
                                    (c, number) ->
                                        c.number(number)
                                            .name("c" + number)
                                            .ordersByBuyer(
                                                List.of("tea", "milk"),
                                                (o, title) -> o.title(title + number)))));
    assertThat(asked.get()).isEqualTo(1);
    assertStatements(
        app,
        0,
        () -> {
          assertThat(shop.customers()).extracting(Customer::number).containsExactly(3L, 1L, 2L);
          for (Customer customer : shop.customers()) {
            assertThat(customer.shop()).isSameAs(shop);
            assertThat(customer.ordersByBuyer())
                .extracting(Order::title)
                .containsExactly("tea" + customer.number(), "milk" + customer.number());
            for (Order order : customer.ordersByBuyer()) {
              assertThat(order.buyer()).isSameAs(customer);
              assertThat(order.createdAt()).isEqualTo(shop.createdAt());
              assertThat(order.createdBy()).hasValue("susan");
              assertThat(order.total()).isEqualTo(7);
              assertThat(order.doubled()).hasValue(14L);
              assertThat(order.payerShop()).isEmpty();
            }
          }
          assertThat(shop.version()).isEqualTo(1);
        });
    assertThat(app.shops().update(shop.withName("Corner Shop")).customers())
        .containsExactlyInAnyOrderElementsOf(shop.customers());
    assertThat(app.customers().get(new Customer.Key(shop.id(), 1)).ordersByBuyer()).hasSize(2);

    Customer payer =
        app.customers()
            .insert(
                c ->
                    c.shop(shop)
                        .number(9)
                        .name("payer")
                        .ordersByPayer(o -> o.title("t").buyer(shop.customers().get(0)).total(1)));
    assertThat(payer.ordersByPayer().get(0).payer()).containsSame(payer);
  }

  private void uniqueKeysAndOneToOne() {
    Shop shop =
        stored(
            3,
            () ->
                app.shops()
                    .insert(
                        s ->
                            s.name("Mall")
                                .code("m'1")
                                .profile(p -> p.motto("more"))
                                .signs(x -> x.words("open"))
                                .signs(x -> x.words("closed"))));
    assertStatements(
        app,
        0,
        () -> {
          assertThat(shop.profile().orElseThrow().shop()).isSameAs(shop);
          assertThat(shop.signs()).hasSize(2);
          assertThat(shop.signs().get(1).shop()).isSameAs(shop);
        });
    assertThatThrownBy(
            () -> app.shops().insert(s -> s.name("None").signs(x -> x.words("nowhere"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shops.signs: no row can reference one whose shops.code is NULL");
    assertThatThrownBy(
            () ->
                app.shops()
                    .insert(
                        s ->
                            s.name("Two")
                                .profile(p -> p.motto("a"))
                                .profile(p -> p.motto("b"))))
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageStartingWith("shops.profile: profiles: ");
    assertThat(app.shops().count()).isEqualTo(2);
  }

  private void severalForeignKeys() {
    Shop first = app.shops().all().get(0);
    Shop shop =
        stored(
            3,
            () ->
                app.shops()
                    .insert(
                        s ->
                            s.name("Post")
                                .messagesBySender(m -> m.body("out").receiver(first))
                                .messagesByReceiver(m -> m.body("in").sender(first))));
    assertStatements(
        app,
        0,
        () -> {
          Message out = shop.messagesBySender().get(0);
          assertThat(out.sender()).isSameAs(shop);
          assertThat(out.receiverId()).isEqualTo(first.id());
          assertThat(shop.messagesByReceiver().get(0).receiver()).isSameAs(shop);
        });
  }

  private void trees() {
    Category root =
        stored(
            3,
            () ->
                app.categories()
                    .insert(
                        c ->
                            c.id("z")
                                .label("all")
                                .categoriesByParent(
                                    List.of("y", "x"),
                                    (d, id) ->
                                        d.id(id)
                                            .label(id)
                                            .categoriesByParent(e -> e.id(id + "1").label("leaf")))));
    assertStatements(
        app,
        0,
        () -> {
          assertThat(root.categoriesByParent()).extracting(Category::id).containsExactly("y", "x");
          Category leaf = root.categoriesByParent().get(1).categoriesByParent().get(0);
          assertThat(leaf.id()).isEqualTo("x1");
          assertThat(leaf.parent().orElseThrow().parent()).containsSame(root);
        });
  }

  /** A trigger changes the rows, and gives one of them to another shop. */
  private void triggers() {
    Shop first = app.shops().get(1);
    List<Shop> shops =
        stored(
            1 + 4 + 1,
            () ->
                app.shops()
                    .insertAll(
                        List.of("a", "b"),
                        (s, name) ->
                            s.name(name)
                                .logs(
                                    List.of("one", name.equals("a") ? "two" : "stray"),
                                    (l, line) -> l.line(line))));
    assertStatements(
        app,
        0,
        () -> {
          assertThat(shops.get(0).logs()).extracting(Log::line).containsExactly("ONE", "TWO");
          assertThat(shops.get(0).logs().get(1).shop()).isSameAs(shops.get(0));
        });
    assertThat(shops.get(1).logs()).extracting(Log::line).containsExactly("ONE");
    assertThat(first.logs()).extracting(Log::line).containsExactly("STRAY");
    assertThat(first.logs().get(0).shop()).isEqualTo(first);
  }

  private void links() {
    List<Tag> tags = app.tags().insertAll(List.of("x", "y"), (t, name) -> t.name(name));
    Shop shop = stored(2, () -> app.shops().insert(s -> s.name("Tagged").tags(tags)));
    assertStatements(app, 0, () -> assertThat(shop.tags()).isEqualTo(tags));
    assertThat(app.tags().get(tags.get(0).id()).shops()).containsExactly(shop);
  }

  private void statements() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
    List<Shop> shops =
        stored(
            2,
            () ->
                app.shops()
                    .insertAll(
                        numbers,
                        (s, n) ->
                            s.name("s" + n)
                                .customers(
                                    List.of(1L, 2L, 3L), (c, i) -> c.number(i).name(n + "." + i))));
    for (int n : numbers) {
      assertThat(shops.get(n).customers())
          .extracting(Customer::name)
          .containsExactly(n + ".1", n + ".2", n + ".3");
    }
  }
}
