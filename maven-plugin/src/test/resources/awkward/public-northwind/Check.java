import static app.db.Tables.ORDER_DETAILS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Category;
import app.Customer;
import app.CustomerDemographic;
import app.Order;
import app.OrderDetail;
import app.Product;
import java.math.BigDecimal;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Category category = app.categories().insert(c -> c.categoryName("Tea").picture(new byte[] {1}));
      Product product =
          app.products().insert(p -> p.productName("Earl").category(category).unitPrice(new BigDecimal("4.5")));
      Customer customer = app.customers().insert(c -> c.customerId("ANNLE").companyName("Ann Ltd"));
      CustomerDemographic kind = app.customerDemographics().insert(d -> d.customerTypeId("t"));
      app.customerCustomerDemos().insert(d -> d.customer(customer).customerType(kind));
      Order order = app.orders().insert(o -> o.customer(customer));
      OrderDetail detail =
          app.orderDetails()
              .insert(d -> d.order(order).product(product).unitPrice(new BigDecimal("4.5")).quantity(2));

      assertStatements(
          app,
          4,
          () -> {
            for (Customer each : app.customers().all()) {
              for (Order of : each.orders()) {
                for (OrderDetail line : of.orderDetails()) {
                  assertThat(line.order().customer()).containsSame(each);
                  assertThat(line.product().productName()).isEqualTo("Earl");
                }
              }
            }
          });
      assertThat(customer.customerTypes()).containsExactly(kind);
      assertThat(kind.customers()).containsExactly(customer);
      assertThat(app.orderDetails().get(new OrderDetail.Key(1, 1))).isEqualTo(detail);
      assertThat(detail.discount()).isZero();
      assertThat(app.orderDetails().where(ORDER_DETAILS.product().category().CATEGORY_NAME.eq("Tea")).one())
          .isEqualTo(detail);
      assertThat(app.orderSubtotals().query().one().orderId()).contains(1L);
      assertThat(app.orderDetailsExtendeds().query().one().productName()).contains("Earl");
      assertThat(app.productsAboveAveragePrices().count()).isZero();
    }
  }
}
