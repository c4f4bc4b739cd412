package io.kinrow.migrate.verify;

import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.sqlite.SqliteBackup;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.jetbrains.annotations.ApiStatus;

/**
 * Proves a project's undo scripts: V, U and V again, with schema and rows compared each time.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class UndoVerification {
  private final Configuration configuration;

  /** Prepares proofs of the scripts in a configuration; its database is only read. */
  public UndoVerification(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Proves them on an empty SQLite database from the first migration up, and on copies of the real
   * one: pending migrations from where it stands, applied ones down from there.
   *
   * @throws FlywayException if the database is not SQLite; if there are no migrations, or some are
   *     misnamed
   */
  public VerifyReport onCopies() {
    new ProjectScripts(configuration).refuseNone();
    requireSqlite(configuration);
    try (ScratchFolder folder = new ScratchFolder()) {
      return new VerifyReport(merge(proofs(folder.path())));
    }
  }

  private List<Proof> proofs(Path folder) {
    List<Proof> proofs = new ArrayList<>();
    boolean baseline = false;
    if (SqliteBackup.isPossible(configuration)) {
      SqliteBackup real = new SqliteBackup(configuration);
      try (ScratchSource copies = new ScratchFiles(configuration, folder, "copy", real::create);
          Scratch copy = copies.next()) {
        baseline = copy.hasBaseline();
        if (baseline || !copy.appliedLatestFirst().isEmpty()) {
          proofs.addAll(new ProofRun(copies).upwards());
          proofs.addAll(new ProofRun(copies).downwards());
        }
      }
    }
    if (!baseline) {
      try (ScratchSource empty = new ScratchFiles(configuration, folder, "empty", file -> {})) {
        proofs.addAll(new ProofRun(empty).fromTheFirst());
      }
    }
    return proofs;
  }

  /**
   * Proves them on an empty database of any engine that can be read, from the first migration up.
   * If an undo leaves it different from what it should be, others are created on the same server,
   * if the user may, and dropped afterwards.
   *
   * @throws FlywayException if it is not empty; if there are no migrations, or some are misnamed
   */
  public VerifyReport onEmpty(String url, String user, String password) {
    new ProjectScripts(configuration).refuseNone();
    try (ScratchSource databases = ScratchDatabases.from(configuration, url, user, password)) {
      return new VerifyReport(merge(new ProofRun(databases).fromTheFirst()));
    }
  }

  /** One proof a version: the worst outcome, and all that was found. */
  private static List<Proof> merge(List<Proof> proofs) {
    Map<String, Proof> byVersion = new LinkedHashMap<>();
    proofs.forEach(p -> byVersion.merge(p.version(), p, UndoVerification::both));
    return byVersion.values().stream()
        .sorted(Comparator.comparing(p -> MigrationVersion.fromVersion(p.version())))
        .toList();
  }

  private static Proof both(Proof a, Proof b) {
    return new Proof(
        a.version(),
        a.description(),
        a.undoScript(),
        severity(a.outcome()) >= severity(b.outcome()) ? a.outcome() : b.outcome(),
        Stream.concat(a.differences().stream(), b.differences().stream()).distinct().toList(),
        Stream.concat(a.notes().stream(), b.notes().stream()).distinct().toList());
  }

  /** A proof on one database counts although another one was not reached. */
  private static int severity(Outcome outcome) {
    return switch (outcome) {
      case NOT_REACHED -> 0;
      case PROVED -> 1;
      case NO_UNDO -> 2;
      case DIFFERS -> 3;
      case FAILED -> 4;
    };
  }

  static void requireSqlite(Configuration configuration) {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      if (!product.toLowerCase(Locale.ROOT).startsWith("sqlite")) {
        throw new FlywayException(
            "A "
                + product
                + " database cannot be copied for a proof: give the URL of an empty scratch database.");
      }
    } catch (SQLException e) {
      throw new FlywayException("Cannot reach the database: " + e.getMessage(), e);
    }
  }
}
