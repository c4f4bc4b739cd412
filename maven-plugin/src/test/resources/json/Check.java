import static app.db.Tables.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.Address;
import app.App;
import app.Customer;
import app.CustomerCard;
import app.Declared;
import app.Order;
import app.Phone;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;

/** JSON columns as records, classes, lists and maps, on every path. */
public final class Check {

  private static final Address HOME = new Address("Tal 1 \"b\" 'c' \\ ü 😀", "Köln");
  private static final Address WORK = new Address("Am Markt", null);
  private static final List<Phone> PHONES =
      List.of(new Phone("home", "0123", LocalDate.of(2024, 2, 29)), new Phone("work", "4", null));
  private static final Map<String, Object> NOTES =
      Map.of(
          "vip", true,
          "rate", new BigDecimal("0.10000000000000000001"),
          "tags", List.of("a", 1, 9_007_199_254_740_993L));

  private final App app;
  private final boolean sqlite;

  private Check(App app, String url) {
    this.app = app;
    this.sqlite = url.startsWith("jdbc:sqlite:");
  }

  public static void run(String url) throws Exception {
    try (App app = App.open(url)) {
      new Check(app, url).all();
    }
    try (Connection connection = DriverManager.getConnection(url)) {
      DSLContext context = DSL.using(connection);
      context.configuration().set(new ExecuteListener() {});
      new Check(App.using(context), url).all();
    }
  }

  private void all() {
    example();
    rows();
    nulls();
    manyAtOnce();
    navigation();
    queries();
    declared();
    jooq();
    wrongJson();
    app.orders().deleteAll();
    app.customers().deleteAll();
  }

  private void example() {
    Customer ann = app.customers().insert(c -> c.name("Ann").address(new Address("Tal 1", "Köln")));
    Customer moved = app.customers().update(ann.withAddress(new Address("Am Markt", "Bonn")));

    assertThat(moved.address().city()).isEqualTo("Bonn");
    assertThat(app.customers().where(CUSTOMERS.ADDRESS.eq(moved.address())).count()).isEqualTo(1);
    app.customers().delete(moved);
  }

  private Customer ann() {
    app.orders().deleteAll();
    app.customers().deleteAll();
    return app.customers()
        .insert(c -> c.name("Ann").address(HOME).billing(WORK).phones(PHONES).notes(NOTES));
  }

  private void rows() {
    Customer ann = ann();
    assertThat(ann.address()).isEqualTo(HOME);
    assertThat(ann.billing()).contains(WORK);
    assertThat(ann.phones()).contains(PHONES);
    assertThat(ann.notes()).contains(NOTES);
    Customer read = app.customers().get(ann.id());
    assertThat(read).isEqualTo(ann).hasSameHashCodeAs(ann).hasToString(ann.toString());
    assertThat(app.customers().findByName("Ann")).contains(ann);
    Customer moved = app.customers().update(ann.withAddress(WORK).withPhones(List.of()));
    assertThat(app.customers().get(ann.id())).isEqualTo(moved);
    assertThat(moved.phones()).contains(List.of());
    assertThat(app.customers().update(ann.id(), c -> c.address(HOME).notes(Map.of()))).isTrue();
    assertThat(app.customers().updateReturning(ann.id(), c -> c.billing(HOME)).orElseThrow())
        .isEqualTo(app.customers().get(ann.id()));
    Customer upserted =
        app.customers().upsertByName(c -> c.name("Ann").address(WORK).phones(PHONES));
    assertThat(upserted.id()).isEqualTo(ann.id());
    assertThat(upserted.phones()).contains(PHONES);
    assertThat(app.customers().getOrInsertByName(c -> c.name("Ann").address(HOME)).address())
        .isEqualTo(WORK);
  }

  /** SQL NULL is absent, and so is JSON's null. */
  private void nulls() {
    Customer ann = app.customers().update(ann().withBilling(null).withPhones(null).withNotes(null));
    assertThat(ann.billing()).isEmpty();
    assertThat(app.dsl().fetchCount(CUSTOMERS, CUSTOMERS.BILLING.isNull().and(CUSTOMERS.NOTES.isNull())))
        .isEqualTo(1);
    app.dsl().execute("update customers set notes = 'null', billing = 'null', phones = 'null'");
    assertThat(app.customers().get(ann.id())).isEqualTo(ann);
    app.dsl().execute("update customers set address = 'null'");
    assertThatThrownBy(() -> app.customers().get(ann.id()))
        .isInstanceOf(DataTypeException.class)
        .hasMessageContaining("customers.address of the row with id = " + ann.id());
    app.customers().deleteByKey(ann.id());
  }

  private void manyAtOnce() {
    ann();
    List<Customer> more =
        app.customers().insertAll(List.of("Bob", "Cat"), (c, name) -> c.name(name).address(WORK));
    assertThat(app.customers().findAll(more.stream().map(Customer::id).toList())).isEqualTo(more);
    List<Customer> moved =
        app.customers().updateAll(more.stream().map(c -> c.withAddress(HOME)).toList());
    assertThat(moved).extracting(Customer::address).containsOnly(HOME);
    assertThat(app.customers().insertBatch(List.of("Dan"), (c, name) -> c.name(name).address(HOME).phones(PHONES)))
        .isEqualTo(1);
    assertThat(
            app.customers()
                .upsertAll(moved, (c, old) -> c.name(old.name()).address(WORK).id(old.id())))
        .extracting(Customer::address)
        .containsOnly(WORK);
    assertThat(app.customers().where(CUSTOMERS.NAME.eq("Dan")).one().phones()).contains(PHONES);
  }

  private void navigation() {
    Customer ann = ann();
    Order order = app.orders().insert(o -> o.customer(ann).address(WORK));
    assertThat(app.orders().get(order.id()).customer()).isEqualTo(ann);
    assertThat(app.customers().get(ann.id()).orders()).containsExactly(order);
  }

  private void queries() {
    Customer ann = ann();
    assertThat(app.customers().where(CUSTOMERS.ADDRESS.eq(HOME)).list()).containsExactly(ann);
    assertThat(app.customers().where(CUSTOMERS.ADDRESS.in(HOME, WORK)).list()).containsExactly(ann);
    assertThat(app.customers().where(CUSTOMERS.ADDRESS.ne(HOME)).list()).isEmpty();
    assertThat(app.customers().where(CUSTOMERS.ADDRESS.eq(HOME)).update(c -> c.address(WORK)))
        .isEqualTo(1);
    assertThat(app.customers().orderBy(CUSTOMERS.NAME).select(CustomerCard.class).list())
        .containsExactly(new CustomerCard("Ann", WORK, Optional.of(WORK)));
    assertThat(app.customers().orderBy(CUSTOMERS.NAME).slice(1).rows()).hasSize(1);
  }

  private void declared() {
    Customer ann = ann();
    Declared declared = app.queries(Declared.class);
    assertThat(declared.named("Ann")).contains(ann);
    assertThat(declared.at(HOME))
        .containsExactly(new Declared.Line("Ann", HOME, Optional.of(PHONES)));
    assertThat(declared.move(ann.id(), WORK)).isEqualTo(1);
    assertThat(declared.at(HOME)).isEmpty();
  }

  private void jooq() {
    Customer ann = ann();
    assertThat(app.dsl().select(CUSTOMERS.ADDRESS).from(CUSTOMERS).fetch(CUSTOMERS.ADDRESS))
        .containsExactly(HOME);
    app.dsl().update(CUSTOMERS).set(CUSTOMERS.ADDRESS, WORK).execute();
    assertThat(app.customers().get(ann.id()).address()).isEqualTo(WORK);
  }

  /** The message names the column and the row. */
  private void wrongJson() {
    Customer ann = ann();
    setAddress("{\"street\": \"x\", \"zip\": 1}");
    assertThatThrownBy(() -> app.customers().get(ann.id()))
        .isInstanceOf(DataTypeException.class)
        .hasMessageContaining("customers.address of the row with id = " + ann.id())
        .hasMessageContaining("cannot be read as app.Address")
        .hasMessageContaining("zip");
    setAddress("[1]");
    assertThatThrownBy(() -> app.customers().all())
        .hasMessageContaining("customers.address of the row with id = " + ann.id());
    assertThatThrownBy(() -> app.queries(Declared.class).named("Ann"))
        .isInstanceOf(DataTypeException.class)
        .hasMessageContaining("customers.address");
    assertThatThrownBy(
            () -> app.customers().orderBy(CUSTOMERS.ID).select(CustomerCard.class).list())
        .isInstanceOf(DataTypeException.class)
        .hasMessageContaining("customers.address");
    app.dsl().update(CUSTOMERS).set(CUSTOMERS.ADDRESS, HOME).execute();
    app.dsl().execute("update customers set billing = '{\"street\": '");
    assertThatThrownBy(() -> app.customers().get(ann.id()))
        .isInstanceOf(DataTypeException.class)
        .hasMessageContaining("customers.billing of the row with id = " + ann.id());
    app.dsl().execute("update customers set billing = null");
    if (sqlite) {
      app.dsl().execute("update customers set phones = 'no JSON'");
      assertThatThrownBy(() -> app.customers().get(ann.id()))
          .hasMessageContaining("customers.phones of the row with id = " + ann.id());
      app.dsl().execute("update customers set phones = null");
    }
    Object itself = new Object[1];
    ((Object[]) itself)[0] = itself;
    assertThatThrownBy(() -> app.customers().update(ann.withNotes(Map.of("loop", itself))))
        .isInstanceOf(DataTypeException.class)
        .hasMessageContaining("customers.notes of the row with id = " + ann.id())
        .hasMessageContaining("cannot be written as JSON");
  }

  private void setAddress(String json) {
    app.dsl().execute("update customers set address = '" + json + "'");
  }
}
