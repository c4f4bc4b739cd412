package io.kinrow.migrate.verify;

import static io.kinrow.migrate.MigrationAssertions.assertUndoable;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** The 46 pairs of a bookshop's six years, walked with its rows in place. */
final class RealHistoryTest {

  @Test
  void everyVersionComesBack_allTheWayUpAndDown() {
    try (HistoryWalk walk = new HistoryWalk()) {
      for (int version = 1; version <= HistoryWalk.VERSIONS; version++) {
        walk.to(version);
      }
      for (int version = HistoryWalk.VERSIONS - 1; version >= 0; version--) {
        walk.to(version);
      }
      assertThat(walk.tables()).isEmpty();
      walk.to(HistoryWalk.VERSIONS);
    }
  }

  @Test
  void everyPairIsProved_onAnEmptyDatabaseAndWithRows() {
    try (HistoryWalk walk = new HistoryWalk()) {
      walk.to(HistoryWalk.VERSIONS);
      VerifyReport report = Migrations.of(walk.url(), HistoryWalk.LOCATION).verify();
      assertUndoable(report);
      assertThat(report.proofs()).hasSize(HistoryWalk.VERSIONS);
    }
  }

  /** {@code -Dkinrow.walks=100} sets how many walks; jqwik prints the seed. */
  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void everyVersionComesBack_onAnyWalk(@ForAll("walks") List<List<Integer>> walks) {
    for (List<Integer> versions : walks) {
      try (HistoryWalk walk = new HistoryWalk()) {
        versions.forEach(walk::to);
      }
    }
  }

  @Provide
  Arbitrary<List<List<Integer>>> walks() {
    return Arbitraries.integers()
        .between(0, HistoryWalk.VERSIONS)
        .list()
        .ofMinSize(2)
        .ofMaxSize(6)
        .list()
        .ofSize(Integer.getInteger("kinrow.walks", 3));
  }
}
