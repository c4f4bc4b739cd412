import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Item;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;

/** What update returns is what get reads afterwards, whatever the database makes of the values. */
public final class Check {

  private static final BigDecimal CUT = new BigDecimal("1.555");
  private static final BigDecimal SHORT = new BigDecimal("1.5");
  private static final LocalDateTime MOMENT = LocalDateTime.parse("2024-01-02T03:04:05.123456789");
  private static final LocalTime CLOCK = LocalTime.parse("03:04:05.5");
  private static final OffsetDateTime INSTANT = OffsetDateTime.parse("2024-01-02T03:04:05.7+02:00");
  private static final OffsetDateTime UTC = OffsetDateTime.parse("2024-01-02T03:04:05.7Z");
  private static final OffsetTime ZONED = OffsetTime.parse("03:04:05.123456789+02:00");

  private final App app;

  private Check(App app) {
    this.app = app;
  }

  public static void run(String url) {
    try (App app = App.open(url)) {
      new Check(app).all();
    }
  }

  @SafeVarargs
  private <T> void update(BiFunction<Item, T, Item> with, T... values) {
    for (T value : values) {
      Item before = app.items().get(1);
      String name = value instanceof Object[] array ? Arrays.toString(array) : value.toString();
      Item changed = with.apply(before, value);
      assertStatements(
          app,
          changed.equals(before) ? 0 : 1,
          () -> assertThat(app.items().update(changed)).as(name).isNotNull());
      Item again = with.apply(app.items().get(1).withNumber(BigDecimal.ONE), value);
      assertThat(app.items().update(again)).as(name).isEqualTo(app.items().get(1));
    }
  }

  private void all() {
    app.items().insert(i -> i.id(1));
    update(Item::withPadded, "a", "ab  ", "abcd");
    update(Item::withBrief, "a", "ab   ", "abc  ");
    update(Item::withFree, "a  ", "é".repeat(40));
    update(Item::withLabel, "a", "x".repeat(70), "é".repeat(40));
    update(Item::withOne, "a", "abc");
    update(Item::withMoney, SHORT, CUT, new BigDecimal("1E3"));
    update(Item::withNumber, SHORT, CUT, new BigDecimal("1E3"), new BigDecimal("-0.000"));
    update(Item::withPrice, SHORT, CUT);
    update(Item::withCode, "a", "abc");
    update(Item::withMoment, MOMENT, MOMENT.withNano(5_000));
    update(Item::withMoment0, MOMENT, MOMENT.withNano(0));
    update(Item::withMoment3, MOMENT);
    update(Item::withInstant, INSTANT, UTC, UTC.withNano(1));
    update(Item::withSecond, INSTANT, UTC);
    update(Item::withClock, CLOCK, CLOCK.withNano(123_456_789));
    update(Item::withClock0, CLOCK, CLOCK.withNano(0));
    update(Item::withZoned, ZONED, ZONED.withNano(0));
    update(Item::withSingle, 0.1f, -0.0f);
    update(Item::withDoc, JSONB.valueOf("{\"b\":1,  \"a\":2}"));
    update(Item::withTextDoc, JSON.valueOf("{\"b\":1,  \"a\":2}"));
    update(Item::withPage, XML.valueOf("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a  b='1'/>"));
    update(Item::withMoneys, new BigDecimal[] {SHORT, null}, new BigDecimal[] {CUT});
    update(Item::withCodes, new String[][] {{"a"}});
    update(Item::withShorts, new String[][] {{"abc   "}});
    update(Item::withInstants, new OffsetDateTime[][] {{INSTANT}});
    update(Item::withMoments, new LocalDateTime[][] {{MOMENT}});
  }
}
