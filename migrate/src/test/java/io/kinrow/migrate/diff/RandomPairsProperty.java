package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.plan.OptionCheck;
import io.kinrow.migrate.plan.ScratchSchema;
import io.kinrow.migrate.prove.RowSampler;
import io.kinrow.migrate.settings.RefusedException;
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
import org.jspecify.annotations.Nullable;

/**
 * Random pairs of schemas with random rows: the scripts lead there and back, and no value is lost.
 * {@code -Dkinrow.diff.pairs=2000} sets how many; jqwik prints the seed.
 */
final class RandomPairsProperty {

  private static int proved;
  private static int equal;
  private static int refused;
  private static int renamed;
  private static int lossless;
  private static int undoRefused;
  private static long rows;

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void pairLeadsThereAndBack_whateverTheSchemas(@ForAll("seeds") long seed) throws SQLException {
    Random random = new Random(seed);
    Schema old = null;
    Schema desired = null;
    DiffOptions renames = DiffOptions.defaults();
    while (old == null || desired == null) {
      RandomSchema one = new RandomSchema(random);
      RandomSchema other = one.changed(random);
      old = valid(one.sql());
      desired = valid(other.sql());
      renames = other.renames();
    }
    if (!possible(old, desired, renames)) {
      renames = DiffOptions.defaults();
    }
    renamed += renames.columnRenames().size();
    boolean keeps = random.nextInt(4) > 0;
    DiffOptions options = fills(old.catalog(), desired.catalog(), renames).keepData(keeps);
    // written down and read again it is the same, and nothing is left to migrate
    assertThat(SchemaDiff.between(old, Schema.ofSql(old.ddl()), DiffOptions.defaults()).isEmpty())
        .as(sources(old))
        .isTrue();
    String pair = sources(old) + "\n-- becomes\n" + sources(desired);
    SchemaDiff diff;
    try {
      diff = SchemaDiff.between(old, desired, options);
    } catch (RefusedException e) {
      // a fill that is not unique, or values that an undo without --keep-data would need
      refused++;
      assertThat(e.getMessage()).as(pair).containsAnyOf("fails on rows", "there is no undo");
      return;
    } catch (IllegalStateException e) {
      throw new AssertionError(pair + "\n" + e.getMessage(), e);
    }
    if (diff.isEmpty()) {
      equal++;
      return;
    }
    RowSampler sampler =
        new RowSampler(old.catalog(), desired.catalog(), Passage.of(options), seed);
    try (ScratchSchema scratch = sampler.fill(new CatalogMemory());
        ScratchSchema fresh = ScratchSchema.of(desired.catalog())) {
      rows += sampler.rows();
      List<String> facts = RawFacts.of(scratch, true);
      List<String> before = RawFacts.rows(scratch);
      try {
        scratch.migrate(diff.migration());
      } catch (SQLException e) {
        // a fill that is not unique, on rows other than those of the proof
        refused++;
        assertThat(e.getMessage()).as(pair + diff.migration()).contains("SQLITE_CONSTRAINT");
        return;
      }
      assertThat(RawFacts.of(scratch, false))
          .as(pair + diff.migration())
          .isEqualTo(RawFacts.of(fresh, false));
      assertThat(scratch.texts("PRAGMA integrity_check")).containsExactly("ok");
      try {
        scratch.migrate(diff.undo());
      } catch (SQLException e) {
        // rows other than those of the proof may need a value that is gone
        undoRefused++;
        assertThat(diff.losses()).as(e + pair + diff.migration() + diff.undo()).isNotEmpty();
        return;
      }
      assertThat(RawFacts.of(scratch, true)).as(pair + diff.undo()).isEqualTo(facts);
      assertThat(scratch.texts("PRAGMA integrity_check")).containsExactly("ok");
      assertThat(scratch.texts("SELECT * FROM pragma_foreign_key_check")).isEmpty();
      proved++;
      if (diff.losses().isEmpty()) {
        lossless++;
        assertThat(RawFacts.rows(scratch))
            .as(pair + diff.migration() + diff.undo())
            .isEqualTo(before);
      }
    }
  }

  @AfterContainer
  static void report() {
    System.out.printf(
        "Random pairs: %d proved with %d rows, %d of them to the last byte, %d with renames,"
            + " %d equal, %d refused, %d undos refused%n",
        proved, rows, lossless, renamed, equal, refused, undoRefused);
    assertThat(undoRefused).isLessThanOrEqualTo(2 + proved / 100);
    assertThat(refused).isLessThanOrEqualTo(2 + (proved + equal) / 5);
  }

  private static boolean possible(Schema old, Schema desired, DiffOptions renames) {
    try {
      OptionCheck.check(old.catalog(), desired.catalog(), renames);
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  private static @Nullable Schema valid(String sql) {
    try {
      return Schema.ofSql(sql);
    } catch (RefusedException e) {
      return null;
    }
  }

  private static String sources(Schema schema) {
    return Ddl.of(schema.catalog());
  }

  private static DiffOptions fills(Catalog old, Catalog desired, DiffOptions renames) {
    DiffOptions options = renames;
    Passage passage = Passage.of(renames);
    for (Table table : desired.tables()) {
      Table before = old.table(passage.tableBefore(table.name())).orElse(null);
      if (before == null) {
        continue;
      }
      for (Column column : table.columns()) {
        boolean isNew = before.column(passage.columnBefore(before.name(), column.name())).isEmpty();
        if (isNew
            && column.notNull()
            && column.defaultValue() == null
            && !column.isGenerated()
            && !column.name().equals(table.rowidColumn())) {
          options = options.fill(table.name() + "." + column.name(), fill(table, column));
        }
      }
    }
    return options;
  }

  private static String fill(Table table, Column column) {
    for (ForeignKey key : table.foreignKeys()) {
      if (key.columns().contains(column.name())) {
        return "(SELECT min(id) FROM " + key.parent().sql() + ")";
      }
    }
    return switch (Tables.affinity(column, table)) {
      case "TEXT" -> "'filled'";
      case "BLOB" -> "x'01'";
      default -> "7";
    };
  }
}
