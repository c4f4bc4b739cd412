import static app.db.Tables.HASHES;
import static app.db.Tables.THINGS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Day;
import app.Hash;
import app.Id;
import app.Price;
import app.PriceUse;
import app.Score;
import app.Switch;
import app.Thing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.JSON;

public final class Check {

  private static final UUID ID = UUID.fromString("3f2504e0-4f89-11d3-9a0c-0305e82c3301");

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      defaults(app);
      roundTrip(app);
      bigIds(app);
      keys(app);
    }
  }

  private static void defaults(App app) {
    Thing thing = app.things().insert(t -> t);
    assertThat(thing.flag()).isTrue();
    assertThat(thing.amount()).isEqualByComparingTo("0");
    assertThat(thing.day()).hasValueSatisfying(day -> assertThat(day.getYear()).isGreaterThan(2000));
    assertThat(thing.clock()).isPresent();
    assertThat(thing.moment()).hasValueSatisfying(m -> assertThat(m.getYear()).isGreaterThan(2000));
    assertThat(thing.created().getYear()).isGreaterThan(2000);
    assertThat(thing.name()).isEqualTo("it's");
    assertThat(thing.textNumber()).contains("42");
    assertThat(thing.defaultExpr()).contains(3L);
    assertThat(thing.defaultHex()).contains(16L);
    assertThat(thing.defaultNegative()).isEqualTo(-1);
    assertThat(thing.defaultBlob()).hasValueSatisfying(b -> assertThat(b).containsExactly(1, 2));
    assertThat(thing.defaultTrue()).contains(true);
    assertThat(app.things().get(thing.id())).isEqualTo(thing);
    assertThat(app.things().delete(thing)).isTrue();
  }

  private static void roundTrip(App app) {
    LocalDateTime moment = LocalDateTime.of(2026, 5, 4, 3, 2, 1, 123_000_000);
    Thing thing =
        app.things()
            .insert(
                t ->
                    t.big(Long.MIN_VALUE)
                        .small(-32_768L)
                        .flag(false)
                        .bool(true)
                        .price(new BigDecimal("12345678.91"))
                        .amount(new BigDecimal("0.10"))
                        .ratio(1e300)
                        .wide(0.1)
                        .narrow(-0.5)
                        .day(LocalDate.of(1969, 7, 20))
                        .clock(LocalTime.of(23, 59, 58))
                        .moment(moment)
                        .stamp(moment.withNano(0))
                        .created(moment)
                        .zoned(OffsetDateTime.of(moment, ZoneOffset.ofHours(2)))
                        .bytes(new byte[] {1, 0, -1})
                        .data(JSON.valueOf("{\"a\": [1, 2]}"))
                        .uid(ID)
                        .name("Ωμέγα 😀 'quoted'")
                        .untyped("anything")
                        .int8(9_007_199_254_740_993L)
                        .twoWords("")
                        .year(2026L));
    Thing read = app.things().get(thing.id());
    assertThat(read).isEqualTo(thing).hasSameHashCodeAs(thing);
    assertThat(read.big()).contains(Long.MIN_VALUE);
    assertThat(read.flag()).isFalse();
    assertThat(read.price()).hasValueSatisfying(p -> assertThat(p).isEqualByComparingTo("12345678.91"));
    assertThat(read.day()).contains(LocalDate.of(1969, 7, 20));
    assertThat(read.clock()).contains(LocalTime.of(23, 59, 58));
    assertThat(read.moment()).contains(moment);
    assertThat(read.zoned()).hasValueSatisfying(z ->
        assertThat(z.toInstant()).isEqualTo(moment.toInstant(ZoneOffset.ofHours(2))));
    assertThat(read.bytes()).hasValueSatisfying(b -> assertThat(b).containsExactly(1, 0, -1));
    assertThat(read.data()).map(JSON::data).contains("{\"a\":[1,2]}");
    assertThat(read.uid()).contains(ID);
    assertThat(read.name()).isEqualTo("Ωμέγα 😀 'quoted'");
    assertThat(read.int8()).contains(9_007_199_254_740_993L);
    assertThat(read.twoWords()).contains("");
    assertThat(read.toString()).contains("2026-05-04");

    assertThat(app.things().where(THINGS.MOMENT.eq(moment), THINGS.FLAG.eq(false)).one()).isEqualTo(read);
    assertThat(app.things().where(THINGS.DAY.lt(LocalDate.EPOCH)).count()).isEqualTo(1);
    assertThat(app.things().where(THINGS.UID.eq(ID)).one()).isEqualTo(read);
    assertThat(app.things().where(THINGS.AMOUNT.lt(BigDecimal.ONE)).one()).isEqualTo(read);
    assertThat(app.things().where(THINGS.BYTES.eq(new byte[] {1, 0, -1})).one()).isEqualTo(read);

    Thing changed =
        app.things()
            .update(
                read.withBytes(new byte[] {7}).withBool(false).withUid(null).withMoment(null)
                    .withData(JSON.valueOf("[]")).withZoned(null).withPrice(new BigDecimal("1.5"))
                    .withClock(LocalTime.MIDNIGHT).withRatio(null));
    assertThat(app.things().get(thing.id())).isEqualTo(changed);
    assertThat(changed.uid()).isEmpty();
  }

  private static void bigIds(App app) {
    long big = 9_007_199_254_740_993L;
    Id root = app.id().insert(i -> i.id(big).name("root"));
    app.id().insert(i -> i.id(big + 1).parent(root));
    app.id().insert(i -> i.id(Long.MAX_VALUE).parentId(big));
    assertStatements(
        app,
        2,
        () ->
            assertThat(app.id().all())
                .extracting(id -> id.parent().map(Id::id).orElse(0L))
                .containsExactly(0L, big, big));
    assertThat(root.idByParent()).extracting(Id::id).containsExactly(big + 1, Long.MAX_VALUE);
    assertThat(app.id().findAll(List.of(Long.MAX_VALUE, big))).hasSize(2);
  }

  private static void keys(App app) {
    Hash hash = app.hashes().insert(h -> h.hash(new byte[] {1, 2}).name("one"));
    Hash other = app.hashes().insert(h -> h.hash(new byte[] {-1}).name("two"));
    app.hashUsers().insert(u -> u.hashByHash(hash));
    app.hashUsers().insert(u -> u.hash(new byte[] {-1}));
    app.hashUsers().insert(u -> u.hashByHash(other));
    assertThat(app.hashes().get(new byte[] {1, 2})).isEqualTo(hash);
    assertThat(app.hashes().findAll(List.of(new byte[] {-1}, new byte[] {9}))).containsExactly(other);
    assertThat(app.hashUsers().all()).extracting(u -> u.hashByHash().name()).hasSize(3);
    assertThat(app.hashes().all()).extracting(Hash::hashUsersCount).containsExactlyInAnyOrder(1L, 2L);
    assertThat(hash.hashUsers()).hasSize(1);
    assertThat(app.hashes().update(hash.withName("uno")).name()).contains("uno");
    assertThat(app.hashes().where(HASHES.HASH.eq(new byte[] {-1})).one()).isEqualTo(other);

    Day day = app.days().insert(d -> d.day(LocalDate.EPOCH).note("first"));
    app.dayNotes().insert(n -> n.dayByDay(day).body("b"));
    assertThat(app.days().get(LocalDate.EPOCH).dayNotes().get(0).dayByDay()).isEqualTo(day);
    assertThat(app.dayNotes().get(1L).dayByDay()).isEqualTo(day);
    assertThat(day.dayNotesCount()).isEqualTo(1);

    Price price = app.prices().insert(p -> p.amount(new BigDecimal("9.50")));
    app.priceUses().insert(u -> u.amountPrice(price));
    app.priceUses().insert(u -> u.amount(new BigDecimal("9.5")));
    assertThat(app.prices().get(new BigDecimal("9.5")).priceUses()).hasSize(2);
    assertThat(app.priceUses().all()).extracting(PriceUse::amountPrice).allMatch(p -> p.isPresent());
    assertThat(app.prices().all().get(0).priceUsesCount()).isEqualTo(2);

    Switch on = app.switches().insert(s -> s.state(true).name("on"));
    app.switches().insert(s -> s.state(false).name("off"));
    app.lamps().insert(l -> l.stateSwitch(on));
    app.lamps().insert(l -> l.state(false));
    assertThat(app.lamps().all()).extracting(l -> l.stateSwitch().name().orElseThrow()).containsExactly("on", "off");
    assertThat(app.switches().get(true).lamps()).hasSize(1);
    assertThat(app.switches().all()).extracting(Switch::lampsCount).containsExactly(1L, 1L);

    Score score = app.scores().insert(s -> s.value(0.1));
    app.scoreUses().insert(u -> u.valueScore(score));
    assertThat(app.scores().get(0.1).scoreUses()).hasSize(1);
    assertThat(app.scoreUses().get(1L).valueScore()).contains(score);
  }
}
