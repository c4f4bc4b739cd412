import static app.db.Tables.CUSTOMER_ORDERS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.AsSelect;
import app.Customer;
import app.CustomerOrder;
import app.RenamedTable;
import app.TypedOddly;
import java.math.BigDecimal;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Customer first = app.customers().findByEmail("O@X").orElseThrow();
      assertThat(first.name()).contains("O'Hara; \"x\"");
      Customer second = app.customers().insert(c -> c.email("b@x").referrerCustomer(first));
      CustomerOrder order =
          app.customerOrders()
              .insert(o -> o.shipName("Sea").total(new BigDecimal("10.25")).customerByCustomerId(second));
      assertThat(order.status()).contains("new");
      assertThat(order.orderedAt().getYear()).isGreaterThan(2000);
      app.schemaQualifieds().insert(s -> s.nCustomer(second));
      RenamedTable renamed = app.renamedTables().insert(r -> r.newName("n").customer(first));

      assertStatements(
          app,
          3,
          () -> {
            for (Customer customer : app.customers().all()) {
              customer.customerOrders().forEach(o -> assertThat(o.customerByCustomerId()).containsSame(customer));
              customer.customersByReferrer().forEach(c -> assertThat(c.referrerCustomer()).containsSame(customer));
            }
          });
      assertThat(app.customerOrders().where(CUSTOMER_ORDERS.customerByCustomerId().referrerCustomer().EMAIL.eq("o@x")).one())
          .isEqualTo(order);
      assertThat(app.customerOrders().findByOrderIdAndShipName(1, "Sea")).contains(order);
      assertThat(app.schemaQualifieds().get(1L).nCustomer()).isEqualTo(second);
      assertThat(first.renamedTables()).containsExactly(renamed);

      TypedOddly odd = app.typedOddlies().insert(o -> o.a("a").c(4L).d(1.5).h(true).i(false).l(BigDecimal.TEN).o(true));
      assertThat(odd.x()).contains(odd.id() * 2);
      assertThat(odd.u()).contains(5L);
      assertThat(odd.m()).contains(0L);
      assertThat(odd.v()).isPresent();
      assertThat(app.typedOddlies().get(odd.id())).isEqualTo(odd);
      AsSelect only = app.asSelects().query().one();
      assertThat(only.one()).contains("1");
      assertThat(only.half()).contains(2.5);
      app.customerOrders().delete(order);
      app.customers().delete(first);
      assertThat(app.customers().get(second.customerId()).referrer()).as("set null").isEmpty();
      assertThat(app.renamedTables().count()).as("cascade").isZero();
    }
  }
}
