import static app.db.Tables.ORDER;
import static app.db.Tables.ORDER_DETAILS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Order;
import app.OrderDetail;
import java.math.BigDecimal;
import java.time.LocalDate;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Order first = app.orders().insert(o -> o.from("Ann").where(LocalDate.of(2026, 5, 4)));
      Order second = app.orders().insert(o -> o.from("Bob").groupBy(7L).default_("some"));
      for (int line = 1; line <= 3; line++) {
        int number = line;
        app.orderDetails()
            .insert(d -> d.order(first).lineNo(number).unitPrice(new BigDecimal("9.90")));
      }

      assertThat(first.default_()).contains("none");
      assertThat(second.groupBy()).contains(7L);
      assertThat(app.orders().findByFrom("Ann")).contains(first);
      assertStatements(
          app,
          2,
          () -> {
            for (Order order : app.orders().all()) {
              for (OrderDetail detail : order.orderDetails()) {
                assertThat(detail.order()).isSameAs(order);
              }
            }
          });
      assertThat(app.orderDetails().get(new OrderDetail.Key(1, 2)).order().from()).isEqualTo("Ann");
      assertThat(
              app.orderDetails()
                  .where(ORDER_DETAILS.order().FROM.eq("Ann"))
                  .orderBy(ORDER_DETAILS.LINE_NO.desc())
                  .list())
          .extracting(OrderDetail::lineNo)
          .containsExactly(3L, 2L, 1L);

      Order grouped = app.orders().update(first.withGroupBy(null).withFrom("Al").withWhere(null));
      assertThat(app.orders().where(ORDER.WHERE.isNull()).count()).isEqualTo(2);
      assertThat(app.orderDetails().deleteWhere(ORDER_DETAILS.ORDER_ID.eq(1L))).isEqualTo(3);
      assertThat(app.orders().delete(grouped)).isTrue();
    }
  }
}
