import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.EmptySum;
import app.Expression;
import app.OfPart;
import app.Part;
import app.Renamed;
import app.Sum;
import app.Unread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Sum sum = app.sums().query().one();
      assertThat(sum.id()).contains(1L);
      assertThat(sum.total()).contains(new BigDecimal("19.99"));
      assertThat(sum.line()).contains(1.5);
      is(sum.most(), "3");
      is(sum.c(), "3");
      is(sum.e(), "2.5");

      Expression e = app.expressions().query().one();
      assertThat(e.whole()).contains(19L);
      assertThat(e.digit()).contains(9L);
      assertThat(e.minus()).contains(-0.5);
      is(e.reduced(), "3.75");
      is(e.textPlus(), "3.5");
      is(e.plusText(), "3.5");
      assertThat(e.paidPlus()).contains(2L);
      is(e.either(), "0.5");
      is(e.fallback(), "1.25");
      assertThat(e.gone()).isEqualTo(Optional.<Long>empty());
      is(e.smallest(), "2.5");
      assertThat(e.rounded()).contains(1.0);
      assertThat(e.positive()).contains(1999L);
      assertThat(e.cut()).contains(0L);
      assertThat(e.madeReal()).contains(3.0);
      is(e.castDate(), "2024");
      assertThat(e.many()).contains(true);
      assertThat(e.missing()).contains(false);
      assertThat(e.joined()).contains("3");
      assertThat(e.mixed()).contains("2.5");
      assertThat(e.letters()).contains(3L);
      assertThat(e.onDay()).contains(LocalDate.of(2024, 1, 2));
      assertThat(e.moment()).contains(LocalDateTime.of(2024, 1, 2, 3, 4, 5));
      assertThat(e.later()).isEqualTo(e.moment());
      assertThat(e.julian().orElseThrow()).isBetween(2460311.6, 2460311.7);
      assertThat(e.settled()).contains(true);
      assertThat(e.bit()).contains(1L);
      is(e.mean(), "3");
      assertThat(e.revenue()).contains(0.5);
      assertThat(e.rare()).contains(0L);
      assertThat(e.running()).contains(3L);
      is(e.previous(), "0.5");
      assertThat(e.byZero()).isEqualTo(Optional.<Long>empty());

      List<Part> parts = app.parts().all();
      is(parts.get(0).n(), "3");
      is(parts.get(1).n(), "0.5");
      OfPart ofPart = app.ofParts().query().one();
      is(ofPart.top(), "3");
      Renamed renamed = app.renameds().query().one();
      assertThat(renamed.one()).contains(3L);
      assertThat(renamed.two()).contains(1.5);
      EmptySum empty = app.emptySums().query().one();
      assertThat(empty.total()).isEqualTo(Optional.<Long>empty());
      assertThat(empty.most()).isEqualTo(Optional.<Double>empty());
      assertThat(empty.n()).contains(0L);
      Unread unread = app.unreads().query().one();
      assertThat(unread.id()).contains(1L);
      assertThat(unread.three()).contains("1");
      assertThat(unread.price()).contains(0.5);
    }
  }

  private static void is(Optional<BigDecimal> value, String number) {
    assertThat(value).hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(number));
  }
}
