import static app.db.Tables.MEMBERS;
import static app.db.Tables.MEMBER_LINES;
import static app.db.Tables.NOTES;
import static app.db.Tables.SEATS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.*;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jooq.ExecuteListener;
import org.jooq.OrderField;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

public final class Check {

  private static final Email ANN = new Email("ann@x");
  private static final Email BOB = new Email("bob@x");
  private static final Email CAT = new Email("cat@x");

  private final App app;

  private Check(App app) {
    this.app = app;
  }

  public static void run(String url) {
    try (App direct = App.open(url)) {
      App throughJooq =
          App.using(
              DSL.using(
                  new DefaultConfiguration()
                      .set(direct.dsl().configuration().connectionProvider())
                      .set(direct.dsl().dialect())
                      .set(ExecuteListener.onStart(started -> {}))));
      for (App app : List.of(direct, throughJooq)) {
        Check check = new Check(app);
        for (Runnable part :
            List.<Runnable>of(
                check::keys,
                check::navigation,
                check::compositeKeys,
                check::slices,
                check::updates,
                check::many,
                check::links,
                check::graphs,
                check::projections,
                check::declaredQueries,
                check::dsl,
                check::unfitValues)) {
          direct.seatUses().deleteAll();
          direct.seats().deleteAll();
          direct.notes().deleteAll();
          direct.dsl().execute("delete from member_tags");
          direct.tags().deleteAll();
          direct.members().where(MEMBERS.BOSS_ID.isNotNull()).update(m -> m.bossId(null));
          direct.members().deleteAll();
          part.run();
        }
      }
    }
  }

  private Member member(long id, Email email) {
    return app.members()
        .insert(
            m ->
                m.email(email)
                    .joined(Day.of((int) id))
                    .id(new MemberId(id))
                    .price(Price.of("1." + id + "0"))
                    .code(Code.of(id)));
  }

  private void keys() {
    Member ann = app.members().insert(m -> m.email(new Email("Ann@X")).joined(Day.of(1)));
    assertThat(ann.id().value()).isPositive();
    assertThat(ann.email()).isEqualTo(ANN);
    assertThat(ann.price()).isEmpty();
    assertThat(ann.code()).isEmpty();
    assertThat(app.members().get(new MemberId(ann.id().value()))).isEqualTo(ann).hasSameHashCodeAs(ann);
    assertThat(app.members().exists(ann.id())).isTrue();
    assertThat(app.members().exists(new MemberId(-1))).isFalse();
    assertThat(app.members().find(new MemberId(-1))).isEmpty();
    Member bob = member(900, BOB.equals(ann.email()) ? CAT : BOB, 2);
    assertStatements(
        app,
        1,
        () ->
            assertThat(
                    app.members()
                        .findAll(List.of(bob.id(), new MemberId(-1), ann.id(), new MemberId(900))))
                .containsExactlyInAnyOrder(bob, ann));
    assertThat(app.members().findAll(LongStream.rangeClosed(1, 3000).mapToObj(MemberId::new).toList()))
        .hasSize(2);
    assertThat(app.members().findAll(List.of())).isEmpty();
    assertThat(app.members().findByEmail(new Email("BOB@x"))).contains(bob);
    assertThat(app.members().findByCode(Code.of(900))).contains(bob);
    assertThat(app.members().findByCode(Code.of(1))).isEmpty();
    assertThat(app.members().where(MEMBERS.ID.eq(bob.id())).one()).isEqualTo(bob);
    assertThat(app.members().where(MEMBERS.EMAIL.in(ANN, CAT)).list()).containsExactly(ann);
    assertThat(app.members().where(MEMBERS.PRICE.eq(Price.of("1.5"))).one()).isEqualTo(bob);
    assertThat(app.members().where(MEMBERS.PRICE.isNull()).one()).isEqualTo(ann);
    assertThat(app.members().where(MEMBERS.JOINED.gt(Day.of(1))).count()).isEqualTo(1);
    assertThat(app.members().where(MEMBERS.JOINED.between(Day.of(1), Day.of(2))).exists()).isTrue();
    assertThat(app.memberLines().where(MEMBER_LINES.ID.eq(bob.id())).one().price())
        .contains(Price.of("1.5"));
    try (var rows = app.members().where(MEMBERS.CODE.eq(Code.of(900))).stream()) {
      assertThat(rows.map(Member::id)).containsExactly(bob.id());
    }
    assertThatThrownBy(() -> app.members().insert(m -> m.email(BOB).joined(Day.of(1))))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> app.members().get(new MemberId(-7))).hasMessageContaining("-7");
    assertThat(app.members().deleteByKey(bob.id())).isTrue();
    assertThat(app.members().delete(ann)).isTrue();
    assertThat(app.members().count()).isZero();
  }

  private Member member(long id, Email email, int day) {
    return app.members()
        .insert(
            m ->
                m.email(email)
                    .joined(Day.of(day))
                    .id(new MemberId(id))
                    .price(Price.of("1.50"))
                    .code(Code.of(id)));
  }

  private void navigation() {
    Member ann = member(1, ANN);
    Member bob = app.members().update(member(2, BOB).withBoss(ann));
    app.members().update(member(3, CAT).withBossId(ann.id()));
    app.notes().insert(n -> n.member(ann).body("a").copyTo(BOB));
    app.notes().insert(n -> n.memberId(bob.id()).body("b").copyToMember(ann));
    app.notes().insert(n -> n.memberId(ann.id()).body("c"));
    assertStatements(
        app,
        3,
        () -> {
          for (Note note : app.notes().all()) {
            assertThat(note.member().id()).isEqualTo(note.memberId());
            assertThat(note.copyToMember().map(Member::email)).isEqualTo(note.copyTo());
          }
        });
    assertStatements(
        app,
        4,
        () -> {
          for (Member member : app.members().all()) {
            boolean first = member.equals(ann);
            assertThat(member.boss().isPresent()).isEqualTo(!first);
            assertThat(member.membersByBoss()).hasSize(first ? 2 : 0);
            assertThat(member.notesByMember())
                .hasSize(first ? 2 : member.id().equals(bob.id()) ? 1 : 0);
          }
        });
    assertStatements(
        app,
        4,
        () -> {
          for (Member member : app.members().all()) {
            boolean first = member.equals(ann);
            assertThat(member.membersByBossCount()).isEqualTo(first ? 2 : 0);
            assertThat(member.notesByMemberCount())
                .isEqualTo(first ? 2 : member.id().equals(bob.id()) ? 1 : 0);
            assertThat(member.notesByCopyToCount())
                .isEqualTo(member.email().equals(CAT) ? 0 : 1);
          }
        });
    assertThat(ann.notesByMember()).hasSize(2);
    assertThat(ann.notesByMemberCount()).isEqualTo(2);
    assertThat(bob.notesByCopyTo()).extracting(Note::body).containsExactly("a");
    assertThat(app.members().listByBossId(ann.id())).hasSize(2);
    assertThat(app.members().listByBoss(ann)).hasSize(2);
    assertThat(app.notes().listByCopyTo(BOB)).hasSize(1);
    assertThat(ann.queryNotesByMember().where(NOTES.COPY_TO.eq(BOB)).count()).isEqualTo(1);
    assertThat(app.notes().orderBy(NOTES.ID).with(Note.MEMBER, Note.COPY_TO_MEMBER).list())
        .extracting(note -> note.member().email())
        .containsExactly(ANN, BOB, ANN);
    assertThat(app.members().orderBy(MEMBERS.ID).with(Member.MEMBERS_BY_BOSS).list().get(0).membersByBoss())
        .hasSize(2);
  }

  private void compositeKeys() {
    Member ann = member(1, ANN);
    Member bob = member(2, BOB);
    Seat seat = app.seats().insert(s -> s.member(ann).day(Day.of(3)).row("A"));
    app.seats().insert(s -> s.memberId(bob.id()).day(Day.of(3)).row("B"));
    app.seats().insert(s -> s.member(bob).day(Day.of(4)));
    Seat.Key key = new Seat.Key(new MemberId(1), Day.of(3));
    assertThat(seat.key()).isEqualTo(key);
    assertThat(app.seats().get(key)).isEqualTo(seat);
    assertThat(
            app.seats()
                .findAll(List.of(key, new Seat.Key(bob.id(), Day.of(4)), new Seat.Key(bob.id(), Day.of(9)))))
        .hasSize(2);
    app.seatUses().insert(u -> u.seat(seat));
    app.seatUses().insert(u -> u.seatMemberId(bob.id()).seatDay(Day.of(4)));
    assertStatements(
        app,
        2,
        () ->
            assertThat(app.seatUses().all())
                .allSatisfy(use -> assertThat(use.seat().day()).isEqualTo(use.seatDay())));
    assertThat(app.seats().all()).extracting(Seat::seatUsesCount).containsExactlyInAnyOrder(1L, 0L, 1L);
    assertThat(app.seats().all()).extracting(s -> s.seatUses().size()).containsExactlyInAnyOrder(1, 0, 1);
    assertThat(app.seatUses().listBySeatMemberIdAndSeatDay(ann.id(), Day.of(3))).hasSize(1);
    assertThat(app.seats().update(key, s -> s.row("C"))).isTrue();
    assertThat(app.seats().updateReturning(key, s -> s.row("D")).orElseThrow().row()).contains("D");
    assertThat(app.seats().upsert(s -> s.memberId(ann.id()).day(Day.of(3)).row("E")).row()).contains("E");
    assertThat(app.seats().where(SEATS.MEMBER_ID.eq(ann.id()), SEATS.DAY.eq(Day.of(3))).one().row())
        .contains("E");
    assertThat(app.seats().deleteByKeys(List.of(new Seat.Key(bob.id(), Day.of(3)), new Seat.Key(bob.id(), Day.of(9)))))
        .isEqualTo(1);
    assertThat(ann.seats()).hasSize(1);
  }

  private void slices() {
    IntStream.rangeClosed(1, 9)
        .forEach(
            i ->
                app.members()
                    .insert(
                        m ->
                            m.email(new Email((i % 2 == 0 ? "b" : "a") + i + "@x"))
                                .joined(Day.of(30 - i))
                                .id(new MemberId(i * 5))
                                .code(i % 3 == 0 ? null : Code.of(i))
                                .price(i % 4 == 0 ? null : Price.of(i / 2 + ".50"))));
    for (List<OrderField<?>> order :
        List.<List<OrderField<?>>>of(
            List.of(MEMBERS.ID),
            List.of(MEMBERS.ID.desc()),
            List.of(MEMBERS.EMAIL),
            List.of(MEMBERS.PRICE, MEMBERS.ID.desc()),
            List.of(MEMBERS.PRICE.desc().nullsLast()),
            List.of(MEMBERS.CODE.desc()),
            List.of(MEMBERS.JOINED))) {
      OrderField<?>[] fields = order.toArray(OrderField<?>[]::new);
      List<Member> whole = app.members().orderBy(fields).slice(100).rows();
      List<Member> pieces = new ArrayList<>();
      Slice<Member> slice = app.members().orderBy(fields).slice(2);
      pieces.addAll(slice.rows());
      while (slice.next().isPresent()) {
        slice =
            app.members()
                .orderBy(fields)
                .after(Cursor.of(slice.next().get().token()))
                .slice(2);
        pieces.addAll(slice.rows());
      }
      assertThat(pieces).as(order.toString()).hasSize(9).isEqualTo(whole);
    }
  }

  private void updates() {
    Member ann = member(1, ANN);
    Member bob = member(2, BOB);
    assertThat(app.members().update(ann.withEmail(new Email("NEW@x")).withPrice(Price.of("2.000"))))
        .isEqualTo(app.members().get(ann.id()));
    assertThat(
            app.members()
                .update(
                    ann.id(),
                    m -> m.price(Price.of("3")).code(null).joined(Day.of(9)).bossId(bob.id())))
        .isTrue();
    Member now = app.members().get(ann.id());
    assertThat(now.price()).contains(Price.of("3.00"));
    assertThat(now.code()).isEmpty();
    assertThat(now.joined()).isEqualTo(Day.of(9));
    assertThat(now.bossId()).contains(bob.id());
    assertThat(app.members().updateReturning(ann.id(), m -> m.email(ANN)).orElseThrow())
        .isEqualTo(app.members().get(ann.id()));
    assertThat(
            app.members()
                .where(MEMBERS.JOINED.eq(Day.of(9)))
                .updateReturning(m -> m.price(DSL.val(Price.of("4"), MEMBERS.PRICE)).bossId(null)))
        .extracting(m -> m.price().orElseThrow())
        .containsExactly(Price.of("4"));
    assertThat(app.members().where(MEMBERS.ID.ne(ann.id())).update(m -> m.price(MEMBERS.PRICE)))
        .isEqualTo(1);
    assertThat(app.members().upsert(m -> m.email(BOB).joined(Day.of(7)).id(bob.id())).joined())
        .isEqualTo(Day.of(7));
    assertThat(app.members().upsertByEmail(m -> m.email(BOB).joined(Day.of(8))).id())
        .isEqualTo(bob.id());
    assertThat(app.members().getOrInsertByEmail(m -> m.email(BOB).joined(Day.of(1))).joined())
        .isEqualTo(Day.of(8));
    assertThat(app.members().getOrInsertByEmail(m -> m.email(CAT).joined(Day.of(1))).email())
        .isEqualTo(CAT);
    assertThat(app.members().insertOrIgnore(m -> m.email(CAT).joined(Day.of(1)))).isEmpty();
  }

  private void many() {
    List<Email> emails = IntStream.rangeClosed(1, 250).mapToObj(i -> new Email("m" + i + "@x")).toList();
    List<Member> stored = app.members().insertAll(emails, (m, email) -> m.email(email).joined(Day.of(1)));
    assertThat(stored).extracting(Member::email).isEqualTo(emails);
    assertThat(stored).extracting(Member::id).doesNotHaveDuplicates();
    assertThat(app.members().findAll(stored.stream().map(Member::id).toList()))
        .containsExactlyInAnyOrderElementsOf(stored);
    assertThat(app.notes().insertBatch(stored, (n, m) -> n.memberId(m.id()).body("x").copyTo(m.email())))
        .isEqualTo(250);
    assertThat(app.members().all()).allSatisfy(m -> assertThat(m.notesByCopyToCount()).isEqualTo(1));
    assertThat(app.members().updateAll(stored.stream().map(m -> m.withPrice(Price.of("5.5")).withJoined(Day.of(2))).toList()))
        .isEqualTo(app.members().orderBy(MEMBERS.ID).list());
    assertThat(app.members().where(MEMBERS.PRICE.eq(Price.of("5.50")), MEMBERS.JOINED.eq(Day.of(2))).count())
        .isEqualTo(250);
    assertThat(app.members().upsertAll(stored, (m, old) -> m.email(old.email()).joined(Day.of(3)).id(old.id())))
        .extracting(Member::joined)
        .hasSize(250)
        .containsOnly(Day.of(3));
    assertThat(app.members().insertAllOrIgnore(List.of(emails.get(7), ANN), (m, email) -> m.email(email).joined(Day.of(4))))
        .extracting(Member::email)
        .containsExactly(ANN);
    app.notes().deleteAll();
    assertThat(app.members().deleteByKeys(stored.stream().limit(200).map(Member::id).toList())).isEqualTo(200);
    assertThat(app.members().deleteAll(stored)).isEqualTo(50);
    assertThat(app.members().all()).extracting(Member::email).containsExactly(ANN);
  }

  private void links() {
    Member ann = member(1, ANN);
    Member bob = member(2, BOB);
    Tag red = app.tags().insert(t -> t.code(Code.of(1)).name("red"));
    Tag blue = app.tags().insert(t -> t.code(Code.of(2)).name("blue"));
    app.members().tags(ann).add(red);
    app.members().tags(bob.id()).addKeys(List.of(red.code(), blue.code()));
    assertThat(app.members().get(bob.id()).tags()).containsExactlyInAnyOrder(red, blue);
    assertThat(app.members().all()).extracting(Member::tagsCount).containsExactlyInAnyOrder(1L, 2L);
    assertThat(app.tags().get(red.code()).members()).hasSize(2);
    app.tags().members(red.code()).removeKeys(List.of(bob.id()));
    assertThat(app.tags().all()).extracting(Tag::membersCount).containsExactlyInAnyOrder(1L, 1L);
    app.members().tags(ann.id()).setKeys(List.of(Code.of(2)));
    assertThat(app.members().get(ann.id()).tags()).containsExactly(blue);
  }

  private void graphs() {
    Tag red = app.tags().insert(t -> t.code(Code.of(1)).name("red"));
    Member bob = member(9, BOB);
    Member[] stored = new Member[1];
    assertStatements(
        app,
        7,
        () ->
            stored[0] =
                app.members()
                    .insert(
                        m ->
                            m.email(ANN)
                                .joined(Day.of(1))
                                .tags(red)
                                .notesByMember(n -> n.body("a").copyTo(BOB))
                                .notesByCopyTo(n -> n.memberId(bob.id()).body("b"))
                                .seats(
                                    List.of(4, 3),
                                    (s, day) -> s.day(Day.of(day)).seatUses(u -> u))
                                .membersByBoss(
                                    r -> r.email(CAT).joined(Day.of(2)))));
    Member ann = stored[0];
    assertStatements(
        app,
        0,
        () -> {
          assertThat(ann.tags()).containsExactly(red);
          assertThat(ann.notesByMember().get(0).member()).isSameAs(ann);
          assertThat(ann.notesByCopyTo().get(0).copyTo()).hasValue(ANN);
          for (Seat seat : ann.seats()) {
            assertThat(seat.seatUses().get(0).seat()).isSameAs(seat);
            assertThat(seat.member()).isSameAs(ann);
          }
          assertThat(ann.membersByBoss().get(0).boss()).containsSame(ann);
        });
    assertThat(app.members().get(ann.id()).seats()).extracting(Seat::day).containsExactly(Day.of(3), Day.of(4));
  }

  private void projections() {
    Member ann = member(1, ANN);
    Member bob = app.members().update(member(2, BOB).withBoss(ann));
    app.notes().insert(n -> n.member(bob).body("a").copyTo(ANN));
    assertThat(app.members().orderBy(MEMBERS.ID).select(MemberCard.class).list())
        .containsExactly(
            new MemberCard(ann.id(), ANN, ann.price(), null, List.of()),
            new MemberCard(
                bob.id(),
                BOB,
                bob.price(),
                new MemberCard.Boss(ann.id(), ANN),
                List.of(new MemberCard.Line(bob.id(), java.util.Optional.of(ANN), "a"))));
  }

  private void declaredQueries() {
    Member ann = member(1, ANN);
    Member bob = member(2, BOB);
    Declared declared = app.queries(Declared.class);
    assertThat(declared.byEmail(new Email("ANN@x"))).contains(ann);
    assertThat(declared.known(List.of(bob.id(), new MemberId(77), ann.id()))).containsExactly(ann.id(), bob.id());
    assertThat(declared.known(List.of())).isEmpty();
    List<Declared.Row> rows =
        List.of(
            new Declared.Row(ann.id(), ANN, Day.of(1), Price.of("1.1"), Code.of(1)),
            new Declared.Row(bob.id(), BOB, Day.of(2), Price.of("1.20"), Code.of(1)));
    assertThat(declared.knownAs(rows)).containsExactly(ann.id());
    assertThat(declared.knownAs(List.of())).isEmpty();
    assertThat(
            declared.unknown(
                List.of(
                    new Declared.CodeOfId(Code.of(1), bob.id()),
                    new Declared.CodeOfId(Code.of(2), bob.id()))))
        .containsExactly(ann.id());
    assertThat(declared.since(Day.of(2))).containsExactly(new Declared.Line(bob.id(), BOB, bob.price()));
    assertThat(declared.reprice(bob.id(), Price.of("8.8"))).isEqualTo(1);
    assertThat(app.members().get(bob.id()).price()).contains(Price.of("8.80"));
  }

  private void dsl() {
    Member ann = member(1, ANN);
    var record = app.dsl().fetchSingle(MEMBERS, MEMBERS.ID.eq(ann.id()));
    assertThat(record.getJoined()).isEqualTo(ann.joined());
    assertThat(record.getPrice()).isEqualTo(Price.of("1.1"));
    assertThat(record.getCode()).isEqualTo(Code.of(1));
    app.dsl()
        .insertInto(MEMBERS, MEMBERS.EMAIL, MEMBERS.JOINED, MEMBERS.CODE, MEMBERS.PRICE)
        .values(BOB, Day.of(5), Code.of(5), Price.of("0.1"))
        .execute();
    Member bob = app.members().findByCode(Code.of(5)).orElseThrow();
    assertThat(app.members().where(MEMBERS.JOINED.eq(Day.of(5))).one()).isEqualTo(bob);
    assertThat(app.members().update(bob.withCode(Code.of(6)).withJoined(Day.of(6))).code()).contains(Code.of(6));
    assertThat(app.dsl().select(MEMBERS.EMAIL).from(MEMBERS)
            .where(MEMBERS.CODE.eq(Code.of(6)), MEMBERS.JOINED.eq(Day.of(6))).fetch(MEMBERS.EMAIL))
        .containsExactly(BOB);
  }

  /** What a converter refuses is not read as something else. */
  private void unfitValues() {
    Member ann = member(1, ANN);
    app.dsl().execute("update members set email = 'nobody'");
    assertThatThrownBy(() -> app.members().get(ann.id()))
        .hasStackTraceContaining("not an address: nobody");
    assertThatThrownBy(() -> app.members().where(MEMBERS.ID.eq(ann.id())).list())
        .hasStackTraceContaining("not an address: nobody");
  }
}
