import static app.db.Tables.A_CHAR3;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.*;
import app.db.enums.Status;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Each type that can be a key: two rows a_…, rows b_… that refer to them, every way between. */
public final class Check {

  private Check() {}

  /** The two tables of one type. */
  private record Sides<A, B, K>(
      Supplier<List<A>> all,
      Function<A, K> key,
      Function<K, A> get,
      Function<List<K>, List<A>> findAll,
      Function<A, List<B>> children,
      Function<A, Long> count,
      Function<A, List<B>> query,
      Supplier<List<B>> others,
      ToIntFunction<B> number,
      Function<B, Optional<A>> parent) {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      types(app);
      composite(app);
      manyToMany(app);
      spellings(app);
      literals();
    }
  }

  /** As docs/names.md has it. */
  private static void literals() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      names.put(status.getLiteral(), status.name());
    }
    assertThat(names.values()).doesNotHaveDuplicates();
    assertThat(names)
        .containsEntry("in-progress", "in_progress")
        .containsEntry("1st", "_1st")
        .containsEntry("in progress", "in_progress_3")
        .containsEntry("in_progress", "in_progress_4")
        .containsEntry("in_progress_2", "in_progress_2")
        .containsEntry("In_Progress", "In_Progress");
  }

  private static <A, B, K> void keys(
      App app, String type, String one, String two, Sides<A, B, K> sides) {
    app.dsl().execute("insert into a_" + type + " values (" + one + "), (" + two + ")");
    app.dsl()
        .execute(
            ("insert into b_%s values (1, %s), (2, %s), (3, %s), (4, null)")
                .formatted(type, one, two, one));
    List<A> all = sides.all().get();
    assertThat(all).as(type).hasSize(2);
    int first = sides.count().apply(all.get(0)) == 2 ? 0 : 1;
    A a = all.get(first);
    A b = all.get(1 - first);
    assertStatements(
        app,
        2,
        () -> {
          List<A> again = sides.all().get();
          assertThat(numbers(sides, sides.children().apply(again.get(first)))).as(type).containsExactly(1, 3);
          assertThat(numbers(sides, sides.children().apply(again.get(1 - first)))).as(type).containsExactly(2);
        });
    assertThat(sides.count().apply(a)).as(type).isEqualTo(2);
    assertThat(sides.count().apply(b)).as(type).isEqualTo(1);
    assertThat(numbers(sides, sides.query().apply(a))).as(type).containsExactlyInAnyOrder(1, 3);
    assertStatements(
        app,
        2,
        () -> {
          for (B other : sides.others().get()) {
            int number = sides.number().applyAsInt(other);
            assertThat(sides.parent().apply(other))
                .as(type)
                .isEqualTo(number == 4 ? Optional.empty() : Optional.of(number == 2 ? b : a));
          }
        });
    List<K> keys = List.of(sides.key().apply(b), sides.key().apply(a));
    assertThat(sides.get().apply(keys.get(0))).as(type).isEqualTo(b);
    assertThat(sides.get().apply(keys.get(1))).as(type).isEqualTo(a);
    assertThat(sides.findAll().apply(keys)).as(type).containsExactly(b, a);
  }

  private static <B> List<Integer> numbers(Sides<?, B, ?> sides, List<B> rows) {
    return rows.stream().map(row -> sides.number().applyAsInt(row)).toList();
  }

  private static void types(App app) {
    keys(
        app,
        "char3",
        "'a'",
        "'bc'",
        new Sides<>(
            app.aChar3s()::all,
            AChar3::id,
            key -> app.aChar3s().get(key),
            keys -> app.aChar3s().findAll(keys),
            AChar3::bChar3s,
            AChar3::bChar3sCount,
            a -> a.queryBChar3s().list(),
            app.bChar3s()::all,
            BChar3::id,
            BChar3::aChar3));
    keys(
        app,
        "varchar",
        "'a'",
        "E'x, \"y\\\\ {z}'",
        new Sides<>(
            app.aVarchars()::all,
            AVarchar::id,
            key -> app.aVarchars().get(key),
            keys -> app.aVarchars().findAll(keys),
            AVarchar::bVarchars,
            AVarchar::bVarcharsCount,
            a -> a.queryBVarchars().list(),
            app.bVarchars()::all,
            BVarchar::id,
            BVarchar::aVarchar));
    keys(
        app,
        "num12",
        "0",
        "123456789012",
        new Sides<>(
            app.aNum12s()::all,
            ANum12::id,
            key -> app.aNum12s().get(key),
            keys -> app.aNum12s().findAll(keys),
            ANum12::bNum12s,
            ANum12::bNum12sCount,
            a -> a.queryBNum12s().list(),
            app.bNum12s()::all,
            BNum12::id,
            BNum12::aNum12));
    keys(
        app,
        "num",
        "1",
        "1.5",
        new Sides<>(
            app.aNums()::all,
            ANum::id,
            key -> app.aNums().get(key),
            keys -> app.aNums().findAll(keys),
            ANum::bNums,
            ANum::bNumsCount,
            a -> a.queryBNums().list(),
            app.bNums()::all,
            BNum::id,
            BNum::aNum));
    keys(
        app,
        "ts",
        "'2024-02-29 10:11:12.123456'",
        "'0044-03-15 12:00 BC'",
        new Sides<>(
            app.aTs()::all,
            ATs::id,
            key -> app.aTs().get(key),
            keys -> app.aTs().findAll(keys),
            ATs::bTs,
            ATs::bTsCount,
            a -> a.queryBTs().list(),
            app.bTs()::all,
            BTs::id,
            BTs::aTs));
    keys(
        app,
        "ts3",
        "'infinity'",
        "'2024-02-29 10:11:12.123'",
        new Sides<>(
            app.aTs3s()::all,
            ATs3::id,
            key -> app.aTs3s().get(key),
            keys -> app.aTs3s().findAll(keys),
            ATs3::bTs3s,
            ATs3::bTs3sCount,
            a -> a.queryBTs3s().list(),
            app.bTs3s()::all,
            BTs3::id,
            BTs3::aTs3));
    keys(
        app,
        "tstz",
        "'2024-07-01 12:00+02'",
        "'-infinity'",
        new Sides<>(
            app.aTstzes()::all,
            ATstz::id,
            key -> app.aTstzes().get(key),
            keys -> app.aTstzes().findAll(keys),
            ATstz::bTstzes,
            ATstz::bTstzesCount,
            a -> a.queryBTstzes().list(),
            app.bTstzes()::all,
            BTstz::id,
            BTstz::aTstz));
    keys(
        app,
        "time",
        "'24:00'",
        "'10:11:12.123456'",
        new Sides<>(
            app.aTimes()::all,
            ATime::id,
            key -> app.aTimes().get(key),
            keys -> app.aTimes().findAll(keys),
            ATime::bTimes,
            ATime::bTimesCount,
            a -> a.queryBTimes().list(),
            app.bTimes()::all,
            BTime::id,
            BTime::aTime));
    keys(
        app,
        "timetz",
        "'10:11+02'",
        "'10:11+05:30:15'",
        new Sides<>(
            app.aTimetzes()::all,
            ATimetz::id,
            key -> app.aTimetzes().get(key),
            keys -> app.aTimetzes().findAll(keys),
            ATimetz::bTimetzes,
            ATimetz::bTimetzesCount,
            a -> a.queryBTimetzes().list(),
            app.bTimetzes()::all,
            BTimetz::id,
            BTimetz::aTimetz));
    keys(
        app,
        "date",
        "'infinity'",
        "'0001-01-01 BC'",
        new Sides<>(
            app.aDates()::all,
            ADate::id,
            key -> app.aDates().get(key),
            keys -> app.aDates().findAll(keys),
            ADate::bDates,
            ADate::bDatesCount,
            a -> a.queryBDates().list(),
            app.bDates()::all,
            BDate::id,
            BDate::aDate));
    keys(
        app,
        "domain",
        "'a'",
        "'b '",
        new Sides<>(
            app.aDomains()::all,
            ADomain::id,
            key -> app.aDomains().get(key),
            keys -> app.aDomains().findAll(keys),
            ADomain::bDomains,
            ADomain::bDomainsCount,
            a -> a.queryBDomains().list(),
            app.bDomains()::all,
            BDomain::id,
            BDomain::aDomain));
    keys(
        app,
        "domain2",
        "'a'",
        "'b'",
        new Sides<>(
            app.aDomain2s()::all,
            ADomain2::id,
            key -> app.aDomain2s().get(key),
            keys -> app.aDomain2s().findAll(keys),
            ADomain2::bDomain2s,
            ADomain2::bDomain2sCount,
            a -> a.queryBDomain2s().list(),
            app.bDomain2s()::all,
            BDomain2::id,
            BDomain2::aDomain2));
    keys(
        app,
        "amount",
        "1",
        "2.50",
        new Sides<>(
            app.aAmounts()::all,
            AAmount::id,
            key -> app.aAmounts().get(key),
            keys -> app.aAmounts().findAll(keys),
            AAmount::bAmounts,
            AAmount::bAmountsCount,
            a -> a.queryBAmounts().list(),
            app.bAmounts()::all,
            BAmount::id,
            BAmount::aAmount));
    keys(
        app,
        "status",
        "'in-progress'",
        "'class'",
        new Sides<>(
            app.aStatuses()::all,
            AStatus::id,
            key -> app.aStatuses().get(key),
            keys -> app.aStatuses().findAll(keys),
            AStatus::bStatuses,
            AStatus::bStatusesCount,
            a -> a.queryBStatuses().list(),
            app.bStatuses()::all,
            BStatus::id,
            BStatus::aStatus));
    keys(
        app,
        "uuid",
        "'00000000-0000-0001-0000-000000000002'",
        "'ffffffff-ffff-ffff-ffff-ffffffffffff'",
        new Sides<>(
            app.aUuids()::all,
            AUuid::id,
            key -> app.aUuids().get(key),
            keys -> app.aUuids().findAll(keys),
            AUuid::bUuids,
            AUuid::bUuidsCount,
            a -> a.queryBUuids().list(),
            app.bUuids()::all,
            BUuid::id,
            BUuid::aUuid));
    keys(
        app,
        "bytea",
        "'\\x00ff'",
        "''",
        new Sides<>(
            app.aByteas()::all,
            ABytea::id,
            key -> app.aByteas().get(key),
            keys -> app.aByteas().findAll(keys),
            ABytea::bByteas,
            ABytea::bByteasCount,
            a -> a.queryBByteas().list(),
            app.bByteas()::all,
            BBytea::id,
            BBytea::aBytea));
    keys(
        app,
        "small",
        "-1",
        "2",
        new Sides<>(
            app.aSmalls()::all,
            ASmall::id,
            key -> app.aSmalls().get(key),
            keys -> app.aSmalls().findAll(keys),
            ASmall::bSmalls,
            ASmall::bSmallsCount,
            a -> a.queryBSmalls().list(),
            app.bSmalls()::all,
            BSmall::id,
            BSmall::aSmall));
    keys(
        app,
        "real",
        "0.1",
        "-0.0",
        new Sides<>(
            app.aReals()::all,
            AReal::id,
            key -> app.aReals().get(key),
            keys -> app.aReals().findAll(keys),
            AReal::bReals,
            AReal::bRealsCount,
            a -> a.queryBReals().list(),
            app.bReals()::all,
            BReal::id,
            BReal::aReal));
    keys(
        app,
        "double",
        "0.1",
        "'NaN'",
        new Sides<>(
            app.aDoubles()::all,
            ADouble::id,
            key -> app.aDoubles().get(key),
            keys -> app.aDoubles().findAll(keys),
            ADouble::bDoubles,
            ADouble::bDoublesCount,
            a -> a.queryBDoubles().list(),
            app.bDoubles()::all,
            BDouble::id,
            BDouble::aDouble));
    keys(
        app,
        "bool",
        "true",
        "false",
        new Sides<>(
            app.aBools()::all,
            ABool::id,
            key -> app.aBools().get(key),
            keys -> app.aBools().findAll(keys),
            ABool::bBools,
            ABool::bBoolsCount,
            a -> a.queryBBools().list(),
            app.bBools()::all,
            BBool::id,
            BBool::aBool));
    keys(
        app,
        "name",
        "'a'",
        "'B b'",
        new Sides<>(
            app.aNames()::all,
            AName::id,
            key -> app.aNames().get(key),
            keys -> app.aNames().findAll(keys),
            AName::bNames,
            AName::bNamesCount,
            a -> a.queryBNames().list(),
            app.bNames()::all,
            BName::id,
            BName::aName));
    keys(
        app,
        "oid",
        "1",
        "4000000000",
        new Sides<>(
            app.aOids()::all,
            AOid::id,
            key -> app.aOids().get(key),
            keys -> app.aOids().findAll(keys),
            AOid::bOids,
            AOid::bOidsCount,
            a -> a.queryBOids().list(),
            app.bOids()::all,
            BOid::id,
            BOid::aOid));
    keys(
        app,
        "ints",
        "'{1,2}'",
        "'{3,null}'",
        new Sides<>(
            app.aInts()::all,
            AInt::id,
            key -> app.aInts().get(key),
            keys -> app.aInts().findAll(keys),
            AInt::bInts,
            AInt::bIntsCount,
            a -> a.queryBInts().list(),
            app.bInts()::all,
            BInt::id,
            BInt::aInt));
    keys(
        app,
        "jsonb",
        "'{\"a\": 1}'",
        "'[1, \"x\"]'",
        new Sides<>(
            app.aJsonbs()::all,
            AJsonb::id,
            key -> app.aJsonbs().get(key),
            keys -> app.aJsonbs().findAll(keys),
            AJsonb::bJsonbs,
            AJsonb::bJsonbsCount,
            a -> a.queryBJsonbs().list(),
            app.bJsonbs()::all,
            BJsonb::id,
            BJsonb::aJsonb));
  }

  private static void composite(App app) {
    app.dsl()
        .execute(
            "insert into a_mixed values ('a', '1st', 1, '2024-01-01 12:00+02', '\\x00'),"
                + " ('a', 'class', 1.5, '2024-01-01 12:00+00', '\\x00'),"
                + " ('b', '1st', 1, '2024-01-01 12:00+02', '\\x00')");
    app.dsl()
        .execute(
            "insert into b_mixed values (1, 'a', '1st', 1.000, '2024-01-01 10:00+00', '\\x00'),"
                + " (2, 'a', 'class', 1.5, '2024-01-01 12:00+00', '\\x00'),"
                + " (3, 'a', '1st', 1, '2024-01-01 10:00+00', '\\x00'),"
                + " (4, 'a', null, 1, '2024-01-01 10:00+00', '\\x00')");
    assertStatements(
        app,
        2,
        () -> {
          long children = 0;
          for (AMixed a : app.aMixeds().all()) {
            assertThat(a.bMixeds()).allSatisfy(b -> assertThat(b.rawAMixed()).containsSame(a));
            assertThat(a.bMixedsCount()).isEqualTo(a.bMixeds().size());
            children += a.bMixedsCount();
          }
          assertThat(children).isEqualTo(3);
        });
    assertStatements(
        app,
        2,
        () ->
            assertThat(app.aMixeds().all())
                .extracting(AMixed::bMixedsCount)
                .containsExactlyInAnyOrder(2L, 1L, 0L));
    assertStatements(
        app,
        2,
        () ->
            assertThat(app.bMixeds().all())
                .extracting(b -> b.rawAMixed().map(AMixed::state))
                .containsExactlyInAnyOrder(
                    Optional.of(Status._1st),
                    Optional.of(Status.class_),
                    Optional.of(Status._1st),
                    Optional.empty()));
    List<AMixed.Key> keys = app.aMixeds().all().stream().map(AMixed::key).toList();
    assertStatements(
        app, 1, () -> assertThat(app.aMixeds().findAll(keys)).extracting(AMixed::key).isEqualTo(keys));
    for (AMixed.Key key : keys) {
      assertThat(app.aMixeds().get(key).queryBMixeds().count())
          .isEqualTo(app.aMixeds().get(key).bMixedsCount());
    }
  }

  private static void manyToMany(App app) {
    Tag x = app.tags().insert(t -> t.kind("x").name("one"));
    Tag y = app.tags().insert(t -> t.kind("y").name("two"));
    Item item = app.items().insert(i -> i.kind("i").no(1));
    Item other = app.items().insert(i -> i.kind("i").no(2));
    for (Tag tag : List.of(x, y)) {
      app.itemTags()
          .insert(t -> t.itemKind("i").itemNo(1).tagKind(tag.kind()).tagName(tag.name()));
    }
    assertStatements(
        app,
        2,
        () -> {
          List<Item> items = app.items().all();
          assertThat(items.get(0).tags()).containsExactly(x, y);
          assertThat(items.get(1).tags()).isEmpty();
        });
    assertThat(app.items().all()).extracting(Item::tagsCount).containsExactly(2L, 0L);
    assertThat(app.tags().all()).allSatisfy(tag -> assertThat(tag.items()).containsExactly(item));
    assertThat(item.queryTags().list()).containsExactlyInAnyOrder(x, y);
    assertThat(app.items().delete(other)).isTrue();
  }

  /** Keys that the database takes for equal, spelled otherwise by the program. */
  private static void spellings(App app) {
    assertThat(app.aChar3s().findAll(List.of("a", "abcd", "bc "))).extracting(AChar3::id).containsExactly("a  ", "bc ");
    assertThat(app.aChar3s().get("a").id()).isEqualTo("a  ");
    assertThat(app.aChar3s().find("abcd")).isEmpty();
    assertThat(app.aChar3s().where(A_CHAR3.ID.eq("a  ")).count()).isEqualTo(1);
    assertThat(app.aChar3s().where(A_CHAR3.ID.in("a ", "bc")).count()).isEqualTo(2);
    assertThat(app.aVarchars().findAll(List.of("a", "a "))).hasSize(1);
    assertThat(app.aDomains().findAll(List.of("b ", "a", "a".repeat(20)))).hasSize(2);
    assertThat(app.aNums().findAll(List.of(new BigDecimal("1"), new BigDecimal("1.500"), new BigDecimal("1.004")))).hasSize(2);
    OffsetDateTime noon = OffsetDateTime.of(2024, 7, 1, 10, 0, 0, 0, ZoneOffset.UTC);
    assertThat(app.aTstzes().findAll(List.of(noon.withOffsetSameInstant(ZoneOffset.ofHours(5))))).hasSize(1);
    assertThat(app.aDoubles().findAll(List.of(Double.NaN, 0.1, -0.0))).hasSize(2);
    assertThat(app.aReals().findAll(List.of(0.0f, 0.1f))).hasSize(2);
    AChar3 row = app.aChar3s().insert(a -> a.id("zz"));
    assertThat(app.aChar3s().get(row.id())).isEqualTo(row);
    assertThat(app.aChar3s().delete(app.aChar3s().get("zz"))).isTrue();
  }
}
