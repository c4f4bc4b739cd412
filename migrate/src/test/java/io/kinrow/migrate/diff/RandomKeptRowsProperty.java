package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.plan.ScratchSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever is done to rows between a migration that keeps their data and its undo: no value comes
 * back to a row that it did not belong to, and each row that was left alone has its value again.
 * {@code -Dkinrow.kept.tries=2000} sets how many tables; jqwik prints the seed.
 */
final class RandomKeptRowsProperty {

  private static int tables;
  private static int rows;
  private static int unwatched;

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void valuesComeBackToTheirOwnRowsOnly(@ForAll("seeds") long seed) throws SQLException {
    Random random = new Random(seed);
    int tries = Integer.getInteger("kinrow.kept.tries", 30);
    for (int i = 0; i < tries; i++) {
      oneTable(new RandomKeptTable(random), random);
    }
  }

  private static void oneTable(RandomKeptTable table, Random random) throws SQLException {
    Schema old = Schema.ofSql(table.with());
    SchemaDiff diff =
        SchemaDiff.between(
            old, Schema.ofSql(table.without()), DiffOptions.defaults().keepData(true));
    String recursive = random.nextInt(4) == 0 ? "ON" : "OFF";
    try (ScratchSchema scratch = ScratchSchema.of(old.catalog())) {
      scratch.execute("PRAGMA recursive_triggers = " + recursive);
      table.fill(scratch);
      scratch.migrate(diff.migration());
      int changes = random.nextInt(12);
      for (int i = 0; i < changes; i++) {
        table.change(scratch);
      }
      scratch.migrate(diff.undo());
      assertThat(table.wrongs(scratch)).as(() -> table + diff.migration() + diff.undo()).isEmpty();
      assertThat(scratch.catalog()).isEqualTo(old.catalog());
      assertThat(scratch.texts("SELECT count(*) FROM t")).isEqualTo(List.of("" + table.size()));
      tables++;
      rows += table.size();
      unwatched += table.isWatched() ? 0 : 1;
    }
  }

  @AfterContainer
  static void report() {
    System.out.printf(
        "Kept rows: %d tables with %d rows, %d of them made anew by hand%n",
        tables, rows, unwatched);
    if (tables >= 300) {
      assertThat(unwatched).isBetween(tables / 10, tables / 2);
    }
  }
}
