import static app.db.Tables.CODES;
import static app.db.Tables.LOGS;
import static app.db.Tables.LOOSE_CODES;
import static app.db.Tables.NAMED_THINGS;
import static app.db.Tables.TAGS;
import static app.db.Tables.THINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Code;
import app.Owner;
import app.Tag;
import app.Thing;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      refusesWhatHasNoKey(app);
      slicesByAnyKey(app);
      slicesOverANullableForeignKey(app);
    }
  }

  private static void refusesWhatHasNoKey(App app) {
    for (Query<?> query :
        List.of(
            app.logs().orderBy(LOGS.LINE),
            app.looseCodes().orderBy(LOOSE_CODES.CODE),
            app.namedThings().orderBy(NAMED_THINGS.ID))) {
      assertThatThrownBy(() -> query.slice(2))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("it has neither a primary key nor a unique key of NOT NULL columns");
    }
  }

  private static void slicesByAnyKey(App app) {
    app.dsl().execute("insert into codes values ('a', 'x'), ('b', 'x'), ('c', null), ('d', 'x'), ('e', null)");
    same(app.codes().orderBy(CODES.LABEL), Code::code, List.of("c", "e", "a", "b", "d"));
    app.dsl().execute("insert into tags values ('B', 1), ('a', 1), ('C', 1), ('d', 2)");
    same(app.tags().orderBy(TAGS.WEIGHT.desc()), Tag::name, List.of("d", "C", "B", "a"));
  }

  private static void slicesOverANullableForeignKey(App app) {
    Owner owner = app.owners().insert(o -> o.name("Ann"));
    app.dsl()
        .execute(
            "insert into things (id, owner_id, kind, note) values (1, {0}, 1, '[]'), (2, null, x'00', '1'),"
                + " (3, {0}, 'k', null), (4, null, 2.5, '2'), (5, {0}, 1, '[]')",
            org.jooq.impl.DSL.val(owner.id()));
    same(app.things().orderBy(THINGS.owner().NAME), Thing::id, List.of(2L, 4L, 1L, 3L, 5L));
    same(app.things().orderBy(THINGS.owner().NAME.desc()), Thing::id, List.of(5L, 3L, 1L, 4L, 2L));
    same(app.things().orderBy(THINGS.owner().NAME.asc().nullsLast()), Thing::id, List.of(1L, 3L, 5L, 2L, 4L));
    same(app.things().orderBy(THINGS.KIND), Thing::id, List.of(1L, 5L, 4L, 3L, 2L));
    same(app.things().orderBy(THINGS.NOTE), Thing::id, List.of(3L, 2L, 4L, 1L, 5L));
  }

  private static <E, T> void same(Query<E> query, Function<E, T> id, List<T> expected) {
    List<T> forwards = new ArrayList<>();
    Slice<E> slice = query.slice(2);
    slice.forEach(row -> forwards.add(id.apply(row)));
    for (Optional<Cursor> next = slice.next(); next.isPresent(); next = slice.next()) {
      slice = query.after(Cursor.of(next.get().token())).slice(2);
      slice.forEach(row -> forwards.add(id.apply(row)));
    }
    assertThat(forwards).isEqualTo(expected);

    List<T> backwards = new ArrayList<>();
    slice = query.lastSlice(2);
    backwards.addAll(0, slice.rows().stream().map(id).toList());
    for (Optional<Cursor> back = slice.previous(); back.isPresent(); back = slice.previous()) {
      slice = query.before(back.get()).slice(2);
      backwards.addAll(0, slice.rows().stream().map(id).toList());
    }
    assertThat(backwards).isEqualTo(expected);
  }
}
