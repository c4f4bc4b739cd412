package io.kinrow.migrate.verify;

import io.kinrow.migrate.postgres.ScriptProblems;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.sqlite.SqliteBackup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Searches for the statements of a failed migration that ran: on a scratch database with everything
 * that was applied before, they run one by one until its schema is that of the live database. Then
 * it looks for the end of the undo script that leads back from there.
 */
final class FailedSearch {
  private final Configuration configuration;
  private final MigrationInfo failed;
  private final MigrationInfo[] all;
  private final Snapshot now;
  private final ScratchSource databases;
  private final FailedScripts scripts;
  private final List<String> before = new ArrayList<>();
  private final boolean repeats;
  private final List<String> left = new ArrayList<>();

  /**
   * @param all the history and the scripts
   * @param now the schema of the live database
   */
  FailedSearch(
      Configuration configuration,
      MigrationInfo failed,
      MigrationInfo[] all,
      Snapshot now,
      ScratchSource databases) {
    this.configuration = configuration;
    this.failed = failed;
    this.all = all;
    this.now = now;
    this.databases = databases;
    this.scripts = new FailedScripts(configuration);
    for (MigrationInfo applied : Scratch.appliedLatestFirst(all)) {
      if (!applied.getState().isFailed()) {
        before.add(applied.getVersion().getVersion());
      }
    }
    Collections.reverse(before);
    this.repeats =
        Arrays.stream(all)
            .filter(info -> info.getState().isApplied() && !info.getState().isFailed())
            .anyMatch(info -> info.getVersion() == null && !info.getType().isSynthetic());
  }

  /** What the migration left behind, as far as it is known yet. */
  List<String> left() {
    return left;
  }

  /**
   * Searches for what ran and what undoes it.
   *
   * @throws Unproved if either cannot be proved
   */
  FailedMigration search() {
    String version = version();
    String undoName = Scratch.undoScripts(all).get(failed.getVersion());
    List<String> up = scripts.statements(failed.getScript());
    Candidates candidates = candidates(up);
    Snapshot start = candidates.start();
    int ran = candidates.last();
    if (candidates.invalid()) {
      left.add("statement " + ran + " failed and left an invalid index");
    }
    RowStatements.firstOnRowsOf(up.subList(0, ran), start)
        .ifPresent(
            statement -> {
              throw new Unproved(
                  "the catalogue does not show whether this statement ran, or what it changed: "
                      + statement);
            });
    List<String> down = List.of();
    if (!start.isLike(now)) {
      if (undoName == null) {
        throw new Unproved("version " + version + " has no undo script");
      }
      down = undo(scripts.statements(undoName), up, candidates);
    }
    return FailedMigration.proved(
        failed.getInstalledRank(),
        version,
        failed.getScript(),
        up.size(),
        candidates.invalid() ? ran - 1 : candidates.ran().get(0),
        down,
        undoName == null || scripts.isInTransaction(undoName),
        left,
        new FailedMigration.Evidence(migrations(all), now, start));
  }

  private String version() {
    if (failed.getVersion() == null || !failed.getState().isResolved()) {
      throw new Unproved("there is no longer a versioned script of this name");
    }
    String version = failed.getVersion().getVersion();
    if (before.contains(version)) {
      throw new Unproved("it is the undo of version " + version + " that failed");
    }
    if (!failed.isChecksumMatching()) {
      throw new Unproved("the script has been changed since");
    }
    if (Scratch.hasBaseline(all)) {
      throw new Unproved("what is below the baseline cannot be applied again");
    }
    return version;
  }

  /** Describes the history and the scripts, so that a change to either shows. */
  static List<String> migrations(MigrationInfo[] all) {
    return Arrays.stream(all)
        .map(
            info ->
                "%s %s %s %s %s %s %s"
                    .formatted(
                        info.getInstalledRank(),
                        info.getType(),
                        info.getVersion(),
                        info.getScript(),
                        info.getState(),
                        info.getAppliedChecksum(),
                        info.getResolvedChecksum()))
        .toList();
  }

  /**
   * How many statements may have run.
   *
   * @param start the schema before the first of them
   * @param ran the numbers after which the schema is the live one
   * @param invalid whether the last of them failed and left an index that is invalid
   */
  private record Candidates(Snapshot start, List<Integer> ran, boolean invalid) {
    int last() {
      return ran.get(ran.size() - 1);
    }
  }

  private Candidates candidates(List<String> up) {
    refuseTransactions(failed.getScript(), up);
    try (Scratch scratch = before()) {
      Snapshot start = scratch.snapshot();
      left.addAll(start.schemaDifferences(now));
      Candidates candidates = scratch.run(connection -> candidates(scratch, connection, up, start));
      if (candidates.ran().isEmpty()) {
        throw new Unproved("the first statements of the script do not lead to its schema");
      }
      return candidates;
    }
  }

  private Candidates candidates(
      Scratch scratch, Connection connection, List<String> up, Snapshot start) {
    List<Integer> candidates = new ArrayList<>();
    boolean invalid = false;
    Snapshot last = start;
    for (int ran = 0; ran <= up.size(); ran++) {
      boolean fails = ran > 0 && !runs(connection, List.of(up.get(ran - 1)));
      Snapshot then = scratch.schema();
      boolean leftNothing = fails && last.schemaDifferences(then).isEmpty();
      if (!leftNothing && then.isLike(now)) {
        candidates.add(ran);
        invalid |= fails || !then.schemaDifferences(now).isEmpty();
      }
      if (fails) {
        break;
      }
      last = then;
    }
    return new Candidates(start, candidates, invalid);
  }

  /** Another connection cannot see, or even wait for, the work of a transaction half-way. */
  private void refuseTransactions(String script, List<String> statements) {
    ScriptProblems problems = new ScriptProblems(configuration);
    if (statements.stream().anyMatch(problems::isOfTransaction)) {
      throw new Unproved(script + " contains transaction statements, such as BEGIN or COMMIT");
    }
  }

  /** What was applied before, in the order of the history. */
  private Scratch before() {
    try {
      Scratch scratch = databases.next();
      for (String version : before) {
        scratch.migrate(version);
      }
      if (repeats) {
        scratch.repeatBetween();
      }
      return scratch;
    } catch (FlywayException e) {
      throw new Unproved("the earlier migrations cannot be applied again: " + e.getMessage());
    }
  }

  /** The longest end of the undo script that leads back, whichever of the candidates is true. */
  private List<String> undo(List<String> down, List<String> up, Candidates candidates) {
    refuseTransactions("the undo script", down);
    Snapshot start = candidates.start();
    for (int from = 0; from < down.size(); from++) {
      List<String> end =
          Stream.concat(
                  down.subList(0, from).stream().filter(FailedSearch::isSetting),
                  down.subList(from, down.size()).stream())
              .toList();
      // what changes rows of older tables undoes what did not run
      if (RowStatements.firstOnRowsOf(end, start).isEmpty()
          && candidates.ran().stream().allMatch(ran -> leadsBack(up.subList(0, ran), end, start))
          && worksOnRows(configuration, end, start)) {
        return end;
      }
    }
    throw new Unproved("no end of the undo script leads back from the current state");
  }

  private static boolean isSetting(String statement) {
    return statement.strip().toUpperCase(Locale.ROOT).matches("(?s)(RE)?SET\\s.*");
  }

  private boolean leadsBack(List<String> ran, List<String> end, Snapshot start) {
    try (Scratch scratch = before()) {
      // as it did before, also where the last of them fails
      scratch.run(connection -> runs(connection, ran));
      if (!scratch.run(connection -> runs(connection, end))) {
        return false;
      }
      Snapshot then = scratch.snapshot();
      return start.schemaDifferences(then).isEmpty() && start.rowDifferences(then).isEmpty();
    }
  }

  /** Tries the undo of an SQLite file on a copy, with the real rows. */
  static boolean worksOnRows(Configuration configuration, List<String> undo, Snapshot start) {
    if (!SqliteBackup.isPossible(configuration)) {
      return true;
    }
    try (ScratchFolder folder = new ScratchFolder()) {
      Path copy = folder.file("rows.db");
      new SqliteBackup(configuration).create(copy);
      try (Scratch rows = new Scratch(configuration, ScratchFolder.url(copy), "", "")) {
        return rows.run(connection -> runs(connection, undo))
            && start.schemaDifferences(rows.schema()).isEmpty();
      }
    }
  }

  /** Runs statements up to the first that fails; returns whether none did. */
  private static boolean runs(Connection connection, List<String> statements) {
    for (String sql : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        return false;
      }
    }
    return true;
  }
}
