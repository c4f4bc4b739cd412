package io.kinrow.migrate.undo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.internal.info.MigrationInfoImpl;

/** Chooses the migrations that an undo takes back, always from the one applied last. */
final class UndoSelection {
  /** The longest that Flyway takes between two migrations of a run. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final List<MigrationInfoImpl> applied;
  private final List<MigrationInfoImpl> aboveBaseline;
  private final MigrationInfo[] all;

  /**
   * Over one state of the history.
   *
   * @param applied versioned and not undone, latest first
   * @param all applied or not, for checking that a target exists
   */
  UndoSelection(List<MigrationInfoImpl> applied, MigrationInfo[] all) {
    this.applied = applied;
    this.aboveBaseline = applied.stream().takeWhile(m -> !m.getType().isBaseline()).toList();
    this.all = all;
  }

  List<MigrationInfoImpl> choose(UndoTarget target) {
    if (target instanceof UndoTarget.Flyway flyway) {
      return asFlyway(flyway);
    }
    if (target instanceof UndoTarget.DownTo downTo) {
      return downTo(downTo.version());
    }
    if (target instanceof UndoTarget.Only only) {
      return only(only.version());
    }
    if (target instanceof UndoTarget.Steps steps) {
      return steps(steps.count());
    }
    if (target instanceof UndoTarget.DownToDate date) {
      return downTo(date.moment());
    }
    if (target instanceof UndoTarget.LastRun) {
      return lastRun();
    }
    return aboveBaseline;
  }

  private List<MigrationInfoImpl> downTo(LocalDateTime moment) {
    List<MigrationInfoImpl> newer =
        applied.stream().filter(m -> appliedOn(m).isAfter(moment)).toList();
    if (!aboveBaseline.containsAll(newer)) {
      throw new FlywayException("Cannot undo down to " + moment + ": the baseline is later.");
    }
    if (!applied.subList(0, newer.size()).equals(newer)) {
      throw new FlywayException(
          "Cannot undo down to "
              + moment
              + ": according to their times, the migrations were not applied in the order of the history, as if a clock had been changed. Name a version instead.");
    }
    return newer;
  }

  private List<MigrationInfoImpl> lastRun() {
    List<MigrationInfoImpl> run = new ArrayList<>();
    for (MigrationInfoImpl migration : aboveBaseline) {
      if (!run.isEmpty() && !isOfOneRun(migration, run.get(run.size() - 1))) {
        break;
      }
      run.add(migration);
    }
    return run;
  }

  private static boolean isOfOneRun(MigrationInfoImpl earlier, MigrationInfoImpl later) {
    LocalDateTime began =
        appliedOn(later).minus(Duration.ofMillis(Math.max(0, later.getExecutionTime())));
    return later.getInstalledRank() == earlier.getInstalledRank() + 1
        && !began.isAfter(appliedOn(earlier).plus(PAUSE));
  }

  private static LocalDateTime appliedOn(MigrationInfoImpl migration) {
    return LocalDateTime.ofInstant(migration.getInstalledOn().toInstant(), ZoneId.systemDefault());
  }

  private List<MigrationInfoImpl> asFlyway(UndoTarget.Flyway target) {
    MigrationVersion version = target.version();
    if (version == null
        || version.equals(MigrationVersion.LATEST)
        || version.equals(MigrationVersion.CURRENT)
        || version.equals(MigrationVersion.NEXT)) {
      return aboveBaseline.stream().limit(1).toList();
    }
    if (target.mustExist()) {
      requireKnown(version);
    }
    return aboveBaseline.stream().takeWhile(m -> m.getVersion().compareTo(version) >= 0).toList();
  }

  private List<MigrationInfoImpl> downTo(MigrationVersion version) {
    requireKnown(version);
    if (applied.stream().noneMatch(m -> m.getVersion().equals(version))) {
      throw new FlywayException(
          "Cannot undo down to version "
              + version
              + ": it is not applied. The applied versions are: "
              + versions(applied)
              + ".");
    }
    List<MigrationInfoImpl> newer =
        applied.stream().filter(m -> m.getVersion().compareTo(version) > 0).toList();
    List<MigrationInfoImpl> blocked = new ArrayList<>(newer);
    blocked.removeAll(aboveBaseline);
    if (!blocked.isEmpty()) {
      throw new FlywayException(
          "Cannot undo down to version " + version + ": it is below the baseline.");
    }
    List<MigrationInfoImpl> lastApplied = applied.subList(0, newer.size());
    if (!lastApplied.equals(newer)) {
      throw new FlywayException(
          "Cannot undo down to version "
              + version
              + ": migrations were applied out of order, in the order "
              + versions(reversed(applied))
              + ", and an undo goes back in reverse order. Undo step by step, or down to a lower version.");
    }
    return newer;
  }

  private List<MigrationInfoImpl> only(MigrationVersion version) {
    requireKnown(version);
    List<MigrationInfoImpl> chosen =
        aboveBaseline.stream().filter(m -> m.getVersion().equals(version)).toList();
    if (chosen.isEmpty()) {
      throw new FlywayException(
          "Cannot undo version "
              + version
              + ": it is not applied above a baseline. The applied versions are: "
              + versions(applied)
              + ".");
    }
    return chosen;
  }

  private List<MigrationInfoImpl> steps(int count) {
    if (count > aboveBaseline.size()) {
      throw new FlywayException("Cannot undo " + migrations(count) + ": " + available() + ".");
    }
    return aboveBaseline.subList(0, count);
  }

  private String available() {
    int possible = aboveBaseline.size();
    boolean baseline = possible < applied.size();
    if (possible == 0) {
      return baseline ? "nothing is applied above the baseline" : "nothing is applied";
    }
    return "only "
        + migrations(possible)
        + (possible == 1 ? " is" : " are")
        + " applied"
        + (baseline ? " above the baseline" : "");
  }

  private static String migrations(int count) {
    return count == 1 ? "1 migration" : count + " migrations";
  }

  private void requireKnown(MigrationVersion version) {
    boolean known = Arrays.stream(all).anyMatch(m -> version.equals(m.getVersion()));
    if (!known) {
      throw new FlywayException(
          "Cannot undo: there is no migration with version "
              + version
              + ". The known versions are: "
              + Arrays.stream(all)
                  .map(MigrationInfo::getVersion)
                  .filter(v -> v != null)
                  .distinct()
                  .sorted()
                  .map(MigrationVersion::toString)
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  private static List<MigrationInfoImpl> reversed(List<MigrationInfoImpl> migrations) {
    List<MigrationInfoImpl> copy = new ArrayList<>(migrations);
    Collections.reverse(copy);
    return copy;
  }

  private static String versions(List<MigrationInfoImpl> migrations) {
    return migrations.isEmpty()
        ? "none"
        : migrations.stream().map(m -> m.getVersion().toString()).collect(Collectors.joining(", "));
  }
}
