import static org.assertj.core.api.Assertions.assertThat;

import app.*;
import app.db.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Table;

/** A set of keys finds what each key by itself finds, with a plain equals sign. */
public final class Check {

  private final App app;
  private final List<String> wrong = new ArrayList<>();

  private Check(App app) {
    this.app = app;
  }

  public static void run(String url) {
    try (App app = App.open(url)) {
      // the references are the test's, some to no row
      app.dsl().connection(connection -> fill(connection.createStatement()));
      new Check(app).all();
    }
  }

  private static void fill(java.sql.Statement statement) throws java.sql.SQLException {
    try (statement) {
      statement.execute("pragma foreign_keys = off");
      for (String insert :
          List.of(
              "binaries values ('Sea'), ('SEA'), ('sun '), ('sun'), ('1'), ('1.5'), ('é'), ('É'), ('a\"b\\')",
              "folded values ('Sea'), ('SUN'), ('é'), ('É'), ('1')",
              "trimmed values ('Sea'), ('sea'), ('sun ')",
              "bare values ('1'), (1), (1.5), ('1.5'), ('a'), ('A'), ('1.0')",
              "numbers values (1), (1.5), (-2), (1e300), (12345678901234567890), (0.1)",
              "reals values (1), (1.5), (-2.0), (1e300), (9e999), (-9e999), (5e-324), (0.1), (9007199254740993)",
              "wholes values (1), (2), (-9223372036854775808), (9223372036854775807)")) {
        statement.execute("insert into " + insert);
      }
      for (String column :
          List.of(
              "folded_of_binary",
              "trimmed_of_binary",
              "binary_of_folded",
              "folded_of_folded",
              "binary_of_trimmed",
              "bare_of_text",
              "text_of_bare")) {
        statement.execute(
            "insert into refs ("
                + column
                + ") values ('Sea'), ('SEA'), ('sea'), ('sun'), ('sun '), ('SUN'), ('1'), (1), ('1.5'),"
                + " ('é'), ('É'), ('none'), ('a\"b\\'), (null)");
      }
      statement.execute("insert into refs (bare_of_bare) values (1), ('1'), (1.5), ('1.5'), ('A'), ('a')");
      for (String column :
          List.of("number_of_real", "real_of_number", "whole_of_real", "number_of_whole")) {
        statement.execute(
            "insert into refs ("
                + column
                + ") values (1), ('1'), (-2.0), (9223372036854775807), (2)"
                + (column.startsWith("whole") || column.endsWith("whole") ? "" : ", (1.5), (1e300), (0.1)"));
      }
      for (String column : List.of("text_of_whole", "bare_of_whole")) {
        statement.execute(
            "insert into refs ("
                + column
                + (column.startsWith("text")
                    ? ") values ('1'), (1), ('2'), ('-9223372036854775808'), ('01'), ('1.0')"
                    : ") values (1), (2), (-9223372036854775808), (3)"));
      }
      statement.execute(
          "insert into binary_links values ('Sea', 1), ('sun', 1), ('SUN', 2), ('é', 2)");
      statement.execute("pragma foreign_keys = on");
    }
  }

  private void all() {
    keys("binaries", app.binaries().all(), Binary::id, app.binaries()::find, app.binaries()::findAll,
        List.of("sea", "Sun", "none", "1.50"), Tables.BINARIES, Tables.BINARIES.ID);
    keys("folded", app.foldeds().all(), Folded::id, app.foldeds()::find, app.foldeds()::findAll,
        List.of("sea", "sEa", "sun", "none"), Tables.FOLDED, Tables.FOLDED.ID);
    keys("trimmed", app.trimmeds().all(), Trimmed::id, app.trimmeds()::find, app.trimmeds()::findAll,
        List.of("Sea  ", "SEA", "sun"), Tables.TRIMMED, Tables.TRIMMED.ID);
    keys("bare", app.bares().all(), Bare::id, app.bares()::find, app.bares()::findAll,
        List.of("2", "b"), Tables.BARE, Tables.BARE.ID);
    keys("numbers", app.numbers().all(), Number_::id, app.numbers()::find, app.numbers()::findAll,
        List.of(new BigDecimal("1.50"), BigDecimal.TEN, new BigDecimal("0.10")),
        Tables.NUMBERS, Tables.NUMBERS.ID);
    keys("reals", app.reals().all(), Real::id, app.reals()::find, app.reals()::findAll,
        List.of(-0.0, 2.5, Double.MAX_VALUE, 9007199254740992.0), Tables.REALS, Tables.REALS.ID);
    keys("wholes", app.wholes().all(), Whole::id, app.wholes()::find, app.wholes()::findAll,
        List.of(0L, 3L), Tables.WHOLES, Tables.WHOLES.ID);

    children("folded_of_binary", app.binaries().all(), Binary::refsByFoldedOfBinary,
        Binary::refsByFoldedOfBinaryCount, b -> b.queryRefsByFoldedOfBinary().list());
    children("trimmed_of_binary", app.binaries().all(), Binary::refsByTrimmedOfBinary,
        Binary::refsByTrimmedOfBinaryCount, b -> b.queryRefsByTrimmedOfBinary().list());
    children("bare_of_text", app.binaries().all(), Binary::refsByBareOfText,
        Binary::refsByBareOfTextCount, b -> b.queryRefsByBareOfText().list());
    children("binary_of_folded", app.foldeds().all(), Folded::refsByBinaryOfFolded,
        Folded::refsByBinaryOfFoldedCount, b -> b.queryRefsByBinaryOfFolded().list());
    children("folded_of_folded", app.foldeds().all(), Folded::refsByFoldedOfFolded,
        Folded::refsByFoldedOfFoldedCount, b -> b.queryRefsByFoldedOfFolded().list());
    children("binary_of_trimmed", app.trimmeds().all(), Trimmed::refs,
        Trimmed::refsCount, b -> b.queryRefs().list());
    children("number_of_real", app.reals().all(), Real::refsByNumberOfReal,
        Real::refsByNumberOfRealCount, b -> b.queryRefsByNumberOfReal().list());
    children("whole_of_real", app.reals().all(), Real::refsByWholeOfReal,
        Real::refsByWholeOfRealCount, b -> b.queryRefsByWholeOfReal().list());
    children("real_of_number", app.numbers().all(), Number_::refs,
        Number_::refsCount, b -> b.queryRefs().list());
    children("text_of_whole", app.wholes().all(), Whole::refsByTextOfWhole,
        Whole::refsByTextOfWholeCount, b -> b.queryRefsByTextOfWhole().list());
    children("bare_of_whole", app.wholes().all(), Whole::refsByBareOfWhole,
        Whole::refsByBareOfWholeCount, b -> b.queryRefsByBareOfWhole().list());
    children("number_of_whole", app.wholes().all(), Whole::refsByNumberOfWhole,
        Whole::refsByNumberOfWholeCount, b -> b.queryRefsByNumberOfWhole().list());
    children("links", app.binaries().all(), Binary::rights,
        Binary::rightsCount, b -> b.queryRights().list());

    parents("folded_of_binary", Ref::foldedOfBinary, Ref::foldedOfBinaryBinary, app.binaries()::find);
    parents("trimmed_of_binary", Ref::trimmedOfBinary, Ref::trimmedOfBinaryBinary, app.binaries()::find);
    parents("binary_of_folded", Ref::binaryOfFolded, Ref::binaryOfFoldedFolded, app.foldeds()::find);
    parents("folded_of_folded", Ref::foldedOfFolded, Ref::foldedOfFoldedFolded, app.foldeds()::find);
    parents("binary_of_trimmed", Ref::binaryOfTrimmed, Ref::binaryOfTrimmedTrimmed, app.trimmeds()::find);
    parents("bare_of_text", Ref::bareOfText, Ref::bareOfTextBinary, app.binaries()::find);
    backAndForth();
    assertThat(wrong).isEmpty();
  }

  private <E, K> void keys(
      String what, List<E> all, Function<E, K> key, Function<K, Optional<E>> find,
      Function<List<K>, List<E>> findAll, List<K> others, Table<?> table, Field<K> column) {
    List<K> keys = new ArrayList<>(all.stream().map(key).toList());
    keys.addAll(others);
    List<E> expected = new ArrayList<>();
    for (K each : keys) {
      find.apply(each).filter(row -> !expected.contains(row)).ifPresent(expected::add);
      same(what + " find of " + each, List.of(each), () -> findAll.apply(List.of(each)), find.apply(each).stream().toList());
      same(what + " = " + each, List.of(each), () -> app.dsl().fetchCount(table, column.in(Collections.nCopies(30, each))),
          app.dsl().fetchCount(table, column.eq(each)));
    }
    same(what + " findAll", keys, () -> List.copyOf(new java.util.HashSet<>(findAll.apply(keys))).size(), expected.size());
    same(what + " findAll has all", keys, () -> findAll.apply(keys).containsAll(expected), true);
    List<K> many = new ArrayList<>(keys);
    many.addAll(Collections.nCopies(30, keys.get(0)));
    int each = 0;
    for (org.jooq.Record row : app.dsl().select(table.field(column)).from(table).fetch()) {
      each += 1;
    }
    same(what + " in", keys, () -> app.dsl().fetchCount(table, column.in(many)),
        app.dsl().fetchCount(table, org.jooq.impl.DSL.or(keys.stream().map(column::eq).toList())));
  }

  private <P, C> void children(
      String what, List<P> parents, Function<P, List<C>> children, Function<P, Long> count,
      Function<P, List<C>> query) {
    for (P parent : parents) {
      List<C> plain = query.apply(parent);
      same(what + " of " + parent, parent, () -> new java.util.HashSet<>(children.apply(parent)), new java.util.HashSet<>(plain));
      same(what + " count of " + parent, parent, () -> count.apply(parent), (long) plain.size());
    }
  }

  private <P> void parents(
      String what, Function<Ref, Optional<String>> key, Function<Ref, Optional<P>> parent,
      Function<String, Optional<P>> find) {
    for (Ref ref : app.refs().all()) {
      Optional<P> plain = key.apply(ref).flatMap(find);
      same(what + " of " + key.apply(ref), ref, () -> parent.apply(ref), plain);
    }
  }

  /** A child that is found by a parent spelled otherwise still leads to its own parent. */
  private void backAndForth() {
    for (Binary parent : app.binaries().all()) {
      for (Ref child : parent.refsByFoldedOfBinary()) {
        same("back from " + child, parent, () -> child.foldedOfBinaryBinary(),
            app.binaries().find(child.foldedOfBinary().orElseThrow()));
      }
    }
    Binary sea = app.binaries().get("Sea");
    for (Ref child : sea.refsByFoldedOfBinary()) {
      same("back from one " + child, sea, () -> child.foldedOfBinaryBinary(),
          app.binaries().find(child.foldedOfBinary().orElseThrow()));
    }
  }

  private void same(String what, Object of, java.util.concurrent.Callable<?> actual, Object expected) {
    Object got;
    try {
      got = actual.call();
    } catch (Exception e) {
      got = e;
    }
    if (!expected.equals(got)) {
      wrong.add(what + ": " + got + " instead of " + expected);
    }
  }
}
