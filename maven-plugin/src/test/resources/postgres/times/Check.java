import static app.db.Tables.BUSY;
import static app.db.Tables.EVENTS;
import static app.db.Tables.LISTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Event;
import app.db.Routines;
import app.db.routines.Parts;
import app.db.tables.records.EventsRecord;
import app.db.tables.records.ListsRecord;
import app.db.udt.records.SpanRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.jooq.Configuration;
import org.jooq.Row2;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Dates and times through jOOQ alone, in the hour that summer time skips. */
public final class Check {

  private static final LocalDate DAY = LocalDate.of(1582, 10, 10);
  private static final LocalTime CLOCK = LocalTime.of(7, 8, 9, 123_456_000);
  private static final OffsetTime ZONED = OffsetTime.of(CLOCK, ZoneOffset.ofHours(2));
  private static final LocalDateTime SKIPPED = LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000);
  private static final LocalDateTime MILLIS = SKIPPED.withNano(123_000_000);
  private static final LocalDateTime WHOLE = SKIPPED.withNano(0);
  private static final OffsetDateTime INSTANT = SKIPPED.atOffset(ZoneOffset.UTC);

  private final App app;

  private Check(App app) {
    this.app = app;
  }

  public static void run(String url) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try (App app = App.open(url)) {
      Check check = new Check(app);
      check.records();
      check.conditions();
      check.results();
      check.infinity();
      check.otherContext();
      check.arrays();
      check.routines();
      check.attributes();
      check.oddAttributes();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private void routines() {
    Configuration jooq = app.dsl().configuration();
    LocalDateTime[] moments = {SKIPPED, null, LocalDateTime.MAX, LocalDateTime.of(-43, 3, 15, 1, 2)};
    for (LocalDateTime moment : List.of(SKIPPED, LocalDateTime.MAX, LocalDateTime.MIN)) {
      assertThat(Routines.later(jooq, moment)).isEqualTo(moment);
    }
    assertThat(Routines.opened(jooq, CLOCK)).isEqualTo(CLOCK);
    assertThat(Routines.opened(jooq, LocalTime.MAX)).isEqualTo(LocalTime.MAX);
    assertThat(Routines.onDay(jooq, DAY)).isEqualTo(DAY);
    assertThat(Routines.zoned(jooq, ZONED)).isEqualTo(ZONED);
    assertThat(Routines.atInstant(jooq, INSTANT)).isEqualTo(INSTANT);
    assertThat(Routines.allOf(jooq, moments)).isEqualTo(moments);
    Parts parts = Routines.parts(jooq, SKIPPED);
    assertThat(parts.getMoment()).isEqualTo(SKIPPED);
    assertThat(parts.getClock()).isEqualTo(SKIPPED.toLocalTime());
    assertThat(parts.getDay()).isEqualTo(SKIPPED.toLocalDate());
    assertThat(app.dsl().select(Routines.later(EVENTS.MOMENT)).from(EVENTS).fetch(0, LocalDateTime.class))
        .contains(SKIPPED);
    assertThat(app.dsl().fetchValue(Routines.opened(DSL.val(CLOCK)))).isEqualTo(CLOCK);
    assertThatThrownBy(() -> Routines.shift(jooq, SKIPPED, CLOCK))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("run the CALL as a query");
    assertThat(
            app.dsl()
                .resultQuery("call shift({0}, {1})", DSL.val(SKIPPED), DSL.val(CLOCK))
                .coerce(EVENTS.MOMENT, EVENTS.CLOCK)
                .fetchSingle()
                .valuesRow())
        .isEqualTo(DSL.row(SKIPPED, CLOCK));
  }

  private void attributes() {
    Configuration jooq = app.dsl().configuration();
    LocalDateTime[] moments = {SKIPPED, LocalDateTime.of(1582, 10, 10, 1, 2)};
    SpanRecord span = new SpanRecord(DAY, CLOCK, CLOCK, ZONED, SKIPPED, INSTANT, moments);
    assertThat(Routines.textOf(jooq, span))
        .isEqualTo(
            "(1582-10-10,07:08:09.123456,07:08:09.123,07:08:09.123456+02,\"2024-03-31 02:30:00.123456\","
                + "\"2024-03-31 04:30:00.123456+02\",\"{\"\"2024-03-31 02:30:00.123456\"\",\"\"1582-10-10 01:02:00\"\"}\")");
    SpanRecord back = Routines.spanned(jooq, span);
    assertThat(back.getDay()).isEqualTo(DAY);
    assertThat(back.getClock()).isEqualTo(CLOCK);
    assertThat(back.getClock3()).isEqualTo(CLOCK.withNano(123_000_000));
    assertThat(back.getZoned()).isEqualTo(ZONED);
    assertThat(back.getMoment()).isEqualTo(SKIPPED);
    assertThat(back.getInstant().toInstant()).isEqualTo(INSTANT.toInstant());
    assertThat(back.getMoments()).isEqualTo(moments);
    for (OffsetDateTime old :
        List.of(SKIPPED.withYear(1850).atOffset(ZoneOffset.UTC), SKIPPED.withYear(-43).atOffset(ZoneOffset.UTC))) {
      SpanRecord record = new SpanRecord();
      record.setInstant(old);
      assertThat(Routines.spanned(jooq, record).getInstant().toInstant()).isEqualTo(old.toInstant());
    }
  }

  /** What jOOQ cannot read from a composite value is refused, and not taken for another. */
  private void oddAttributes() {
    SpanRecord endless = new SpanRecord();
    endless.setDay(LocalDate.MAX);
    SpanRecord old = new SpanRecord();
    old.setMoment(SKIPPED.withYear(-43));
    SpanRecord late = new SpanRecord();
    late.setClock(LocalTime.MAX);
    SpanRecord far = new SpanRecord();
    far.setMoment(SKIPPED.withYear(12_345));
    Map.of(
            endless, "(infinity,,,,,,)",
            old, "(,,,,\"0044-03-31 02:30:00.123456 BC\",,)",
            late, "(,24:00:00,,,,,)",
            far, "(,,,,\"12345-03-31 02:30:00.123456\",,)")
        .forEach(
            (span, text) -> {
              Configuration jooq = app.dsl().configuration();
              assertThat(Routines.textOf(jooq, span)).isEqualTo(text);
              assertThatThrownBy(() -> Routines.spanned(jooq, span))
                  .isInstanceOf(DataAccessException.class)
                  .hasMessageContaining("Error while reading field");
            });
  }

  private void arrays() {
    LocalDateTime[] moments = {MILLIS, null, LocalDateTime.MAX, LocalDateTime.of(-43, 3, 15, 1, 2)};
    LocalTime[] clocks = {CLOCK, LocalTime.MAX};
    LocalDate[] days = {DAY, LocalDate.MIN};
    OffsetTime[] zoned = {ZONED};
    OffsetDateTime[] instants = {INSTANT};
    app.lists()
        .insert(
            l ->
                l.id(1).moments(moments).clocks(clocks).days(days).zoned(zoned).instants(instants));
    app.dsl()
        .insertInto(LISTS, LISTS.ID, LISTS.MOMENTS, LISTS.CLOCKS, LISTS.DAYS, LISTS.ZONED)
        .values(2, moments, clocks, days, zoned)
        .execute();
    for (int id = 1; id <= 2; id++) {
      app.List list = app.lists().get(id);
      ListsRecord record = app.dsl().fetchOne(LISTS, LISTS.ID.eq(id));
      assertThat(list.moments()).isEqualTo(moments).isEqualTo(record.getMoments());
      assertThat(list.clocks().orElseThrow()).isEqualTo(clocks).isEqualTo(record.getClocks());
      assertThat(list.days().orElseThrow()).isEqualTo(days).isEqualTo(record.getDays());
      assertThat(list.zoned().orElseThrow()).isEqualTo(zoned).isEqualTo(record.getZoned());
    }
    assertThat(app.lists().get(1).instants().orElseThrow()).isEqualTo(instants);
    assertThat(app.lists().get(2).instants()).isEmpty();
    assertThat(app.lists().where(LISTS.CLOCKS.eq(clocks)).count()).isEqualTo(2);
    assertThat(app.dsl().fetchCount(LISTS, LISTS.MOMENTS.eq(DSL.inline(moments, LISTS.MOMENTS))))
        .isEqualTo(2);
    assertThat(app.dsl().fetchCount(LISTS, DSL.condition("{0} = {1}", LISTS.CLOCKS, DSL.val(clocks))))
        .isEqualTo(2);
  }

  private EventsRecord record(LocalDateTime moment) {
    EventsRecord record = app.dsl().newRecord(EVENTS);
    record.setDay(DAY);
    record.setClock(CLOCK);
    record.setClock3(CLOCK);
    record.setZoned(ZONED);
    record.setMoment(moment);
    record.setMoment3(moment);
    record.setInstant(INSTANT);
    record.setInstant0(INSTANT);
    record.setWhole(moment);
    record.setOpens(CLOCK);
    return record;
  }

  private void records() {
    EventsRecord record = record(SKIPPED);
    record.store();
    record.refresh();
    Event event = app.events().get(record.getId());
    assertThat(record.getMoment()).isEqualTo(SKIPPED).isEqualTo(event.moment());
    assertThat(record.getMoment3()).isEqualTo(MILLIS).isEqualTo(event.moment3());
    assertThat(record.getWhole()).isEqualTo(WHOLE).isEqualTo(event.whole().orElseThrow());
    assertThat(record.getClock()).isEqualTo(CLOCK).isEqualTo(event.clock());
    assertThat(record.getClock3()).isEqualTo(CLOCK.withNano(123_000_000)).isEqualTo(event.clock3());
    assertThat(record.getOpens()).isEqualTo(CLOCK).isEqualTo(event.opens().orElseThrow());
    assertThat(record.getZoned()).isEqualTo(ZONED).isEqualTo(event.zoned());
    assertThat(record.getInstant()).isEqualTo(INSTANT).isEqualTo(event.instant());
    assertThat(record.getInstant0()).isEqualTo(INSTANT.withNano(0));
    assertThat(record.getMade()).isEqualTo(WHOLE.withNano(1_000)).isEqualTo(event.made());
    assertThat(app.events().findByMoment3(SKIPPED)).contains(event);
  }

  private void conditions() {
    Row2<LocalDate, LocalTime> plain = DSL.row(DSL.val(DAY), DSL.inline(CLOCK));
    assertThat(app.dsl().fetchCount(EVENTS, DSL.row(EVENTS.DAY, EVENTS.CLOCK).eq(plain))).isOne();
    assertThat(app.dsl().fetchCount(EVENTS, EVENTS.MOMENT3.eq(SKIPPED))).isOne();
    assertThat(app.dsl().fetchCount(EVENTS, EVENTS.MOMENT3.eq(DSL.inline(MILLIS)))).isOne();
    assertThat(app.dsl().fetchCount(EVENTS, EVENTS.MOMENT.in(List.of(SKIPPED, WHOLE)))).isOne();
    assertThat(app.dsl().fetchCount(EVENTS, EVENTS.CLOCK.between(CLOCK, CLOCK))).isOne();
    assertThat(app.dsl().fetchCount(BUSY, BUSY.WHOLE.eq(WHOLE))).isOne();
    assertThat(app.events().where(EVENTS.ZONED.eq(ZONED)).list()).hasSize(1);
  }

  private void results() {
    LocalDateTime again = SKIPPED.plusMinutes(7);
    EventsRecord returned =
        app.dsl().insertInto(EVENTS).set(record(again)).returning().fetchSingle();
    assertThat(returned.getMoment()).isEqualTo(again);
    assertThat(returned.getMade()).isEqualTo(WHOLE.withNano(1_000));
    assertThat(app.dsl().select(DSL.max(EVENTS.MOMENT)).from(EVENTS).fetchSingle().value1())
        .isEqualTo(again);
    assertThat(app.dsl().selectFrom(BUSY).orderBy(BUSY.MOMENT.desc()).fetch(BUSY.MOMENT))
        .containsExactly(again, SKIPPED);
    app.dsl().batchInsert(record(again.plusMinutes(1)), record(again.plusMinutes(2))).execute();
    assertThat(app.dsl().fetchCount(EVENTS, EVENTS.CLOCK.eq(CLOCK).and(EVENTS.DAY.eq(DAY))))
        .isEqualTo(4);
    assertThat(app.dsl().select(EVENTS.MOMENT).from(EVENTS).orderBy(EVENTS.MOMENT).fetchInto(LocalDateTime.class))
        .startsWith(SKIPPED, again);
  }

  private void infinity() {
    EventsRecord record = record(LocalDateTime.MAX);
    record.setDay(LocalDate.MIN);
    record.setClock(LocalTime.MAX);
    record.setInstant(OffsetDateTime.MAX);
    record.store();
    assertThat(
            app.dsl()
                .fetchCount(
                    DSL.selectFrom(EVENTS)
                        .where("day = '-infinity' and clock = '24:00' and instant = 'infinity'")
                        .and(EVENTS.MOMENT.eq(DSL.inline(LocalDateTime.MAX)))
                        .and(EVENTS.CLOCK.eq(DSL.inline(LocalTime.MAX)))))
        .isOne();
    record.refresh();
    assertThat(record.getDay()).isEqualTo(LocalDate.MIN);
    assertThat(record.getClock()).isEqualTo(LocalTime.MAX);
    assertThat(record.getWhole()).isEqualTo(LocalDateTime.MAX);
    assertThat(record.getInstant()).isEqualTo(OffsetDateTime.MAX);
  }

  /** On a context that is not the database's own, the columns still carry the binding. */
  private void otherContext() {
    app.transaction(
        tx ->
            tx.dsl()
                .connection(
                    connection ->
                        assertThat(
                                DSL.using(connection)
                                    .fetchCount(
                                        EVENTS,
                                        EVENTS.MOMENT.eq(SKIPPED).and(EVENTS.CLOCK.eq(CLOCK))))
                            .isOne()));
  }
}
