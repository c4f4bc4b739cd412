package io.kinrow.migrate.verify;

import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.settings.ScriptStatements;
import io.kinrow.migrate.sqlite.SqliteBackup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Table;
import org.flywaydb.core.internal.jdbc.ExecutionTemplateFactory;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what a migration left that failed outside a transaction. Which of its statements ran, its
 * catalogue tells: on a scratch database they run one by one, on what was applied before, until its
 * schema is the live one. Then the end of the undo script is looked for that leads back from there.
 */
public final class FailedUndo {
  private final Configuration configuration;

  /** For the database of a configuration. */
  public FailedUndo(Configuration configuration) {
    this.configuration = configuration;
  }

  /** A step that cannot be proved, in words. */
  private static final class Unproved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unproved(String why) {
      super(why);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Finds out what of it ran, and what undoes that; the database is only read.
   *
   * @return empty if no migration has failed
   * @throws FlywayException if the database or the scripts cannot be read
   */
  public Optional<FailedMigration> find() {
    MigrationInfo[] all = new Flyway(configuration).info().all();
    return Arrays.stream(all)
        .filter(info -> info.getInstalledRank() != null && info.getState().isFailed())
        .findFirst()
        .map(failed -> explain(failed, all));
  }

  private FailedMigration explain(MigrationInfo failed, MigrationInfo[] all) {
    List<String> left = new ArrayList<>();
    try (ScratchFolder folder = new ScratchFolder();
        ScratchSource databases = databases(folder);
        Scratch live =
            new Scratch(
                configuration,
                String.valueOf(configuration.getUrl()),
                text(configuration.getUser()),
                text(configuration.getPassword()))) {
      return new Search(failed, all, live, databases, folder, left).search();
    } catch (Unproved e) {
      String version = failed.getVersion() == null ? "" : failed.getVersion().getVersion();
      return new FailedMigration(
          failed.getInstalledRank(),
          version,
          failed.getScript(),
          0,
          0,
          List.of(),
          false,
          left,
          e.why());
    }
  }

  private ScratchSource databases(ScratchFolder folder) {
    String url = text(configuration.getUrl());
    if (url.startsWith("jdbc:sqlite:") && SqliteBackup.isPossible(configuration)) {
      return new ScratchFiles(configuration, folder.path(), "failed", file -> {});
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return ScratchDatabases.beside(
          configuration, url, text(configuration.getUser()), text(configuration.getPassword()));
    }
    throw new Unproved("only SQLite files and PostgreSQL databases, named by a URL, are read");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** The search for the statements that ran, on scratch databases. */
  private final class Search {
    private final MigrationInfo failed;
    private final MigrationInfo[] all;
    private final Scratch live;
    private final ScratchSource databases;
    private final ScratchFolder folder;
    private final List<String> left;
    private final List<String> before = new ArrayList<>();
    private final boolean repeats;

    Search(
        MigrationInfo failed,
        MigrationInfo[] all,
        Scratch live,
        ScratchSource databases,
        ScratchFolder folder,
        List<String> left) {
      this.failed = failed;
      this.all = all;
      this.live = live;
      this.databases = databases;
      this.folder = folder;
      this.left = left;
      for (MigrationInfo applied : Scratch.appliedLatestFirst(all)) {
        if (!applied.getState().isFailed()) {
          before.add(applied.getVersion().getVersion());
        }
      }
      Collections.reverse(before);
      this.repeats =
          Arrays.stream(all)
              .filter(info -> info.getState().isApplied() && !info.getState().isFailed())
              .anyMatch(info -> info.getVersion() == null);
    }

    FailedMigration search() {
      if (failed.getVersion() == null || !failed.getState().isResolved()) {
        throw new Unproved("there is no versioned script of this name any more");
      }
      String version = failed.getVersion().getVersion();
      if (before.contains(version)) {
        throw new Unproved("it is the undo of version " + version + " that failed");
      }
      if (!failed.isChecksumMatching()) {
        throw new Unproved("the script was changed since");
      }
      if (Scratch.hasBaseline(all)) {
        throw new Unproved("what stands below the baseline cannot be made again");
      }
      String undoName = Scratch.undoScripts(all).get(failed.getVersion());
      Snapshot now = live.snapshot();
      Snapshot start;
      List<String> up = statements(failed.getScript());
      List<Integer> candidates = new ArrayList<>();
      boolean invalid = false;
      try (Scratch scratch = before()) {
        start = scratch.snapshot();
        Snapshot last = start;
        left.addAll(start.schemaDifferences(now));
        for (int ran = 0; ran <= up.size(); ran++) {
          boolean fails = ran > 0 && !runs(scratch, List.of(up.get(ran - 1)));
          Snapshot then = scratch.snapshot();
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
      }
      if (candidates.isEmpty()) {
        throw new Unproved("its schema is not one that the first statements of the script lead to");
      }
      int ran = candidates.get(candidates.size() - 1);
      if (invalid) {
        left.add("statement " + ran + " failed, and left an index that is invalid");
      }
      RowStatements.firstOnRowsOf(up.subList(0, ran), start)
          .ifPresent(
              statement -> {
                throw new Unproved(
                    "a catalogue does not show whether this ran, or what it changed: " + statement);
              });
      List<String> down = List.of();
      if (!start.isLike(now)) {
        if (undoName == null) {
          throw new Unproved("version " + version + " has no undo script");
        }
        down = undo(statements(undoName), up, candidates, start);
      }
      return new FailedMigration(
          failed.getInstalledRank(),
          version,
          failed.getScript(),
          up.size(),
          invalid ? ran - 1 : candidates.get(0),
          down,
          undoName == null || isInTransaction(undoName),
          left,
          null);
    }

    /** What was applied before, in the order of the history. */
    private Scratch before() {
      try {
        Scratch scratch = databases.next();
        for (String version : before) {
          scratch.migrate(version);
        }
        if (repeats) {
          scratch.repeat();
        }
        return scratch;
      } catch (FlywayException e) {
        throw new Unproved("what was applied before cannot be made again: " + e.getMessage());
      }
    }

    /** The longest end of the undo script that leads back, whichever of the candidates is true. */
    private List<String> undo(
        List<String> down, List<String> up, List<Integer> candidates, Snapshot start) {
      for (int from = 0; from < down.size(); from++) {
        List<String> end = down.subList(from, down.size());
        // what changes rows of older tables undoes what did not run
        if (RowStatements.firstOnRowsOf(end, start).isEmpty()
            && candidates.stream().allMatch(ran -> leadsBack(up.subList(0, ran), end, start))
            && worksOnRows(end, start)) {
          return end;
        }
      }
      throw new Unproved("no end of the undo script leads back from what is there");
    }

    private boolean leadsBack(List<String> ran, List<String> end, Snapshot start) {
      try (Scratch scratch = before()) {
        runs(scratch, ran); // as it did before, also where the last of them fails
        if (!runs(scratch, end)) {
          return false;
        }
        Snapshot then = scratch.snapshot();
        return start.schemaDifferences(then).isEmpty() && start.rowDifferences(then).isEmpty();
      }
    }

    /** An SQLite file is copied, so that the real rows are tried too. */
    private boolean worksOnRows(List<String> end, Snapshot start) {
      if (!SqliteBackup.isPossible(configuration)) {
        return true;
      }
      Path copy = folder.file("rows" + end.size() + ".db");
      new SqliteBackup(configuration).create(copy);
      try (Scratch rows = new Scratch(configuration, ScratchFolder.url(copy), "", "")) {
        return runs(rows, end) && start.schemaDifferences(rows.snapshot()).isEmpty();
      }
    }
  }

  /** Runs statements, each by itself, up to the first that fails; whether none did. */
  private boolean runs(Scratch scratch, List<String> statements) {
    try (Connection connection = scratch.connect()) {
      if (configuration.getDefaultSchema() != null) {
        connection.setSchema(configuration.getDefaultSchema());
      }
      for (String sql : statements) {
        execute(connection, sql);
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> statements(String script) {
    return ofScripts(scripts -> scripts.of(script));
  }

  private boolean isInTransaction(String script) {
    return ofScripts(scripts -> scripts.isInTransaction(script));
  }

  private <T> T ofScripts(Function<ScriptStatements, T> what) {
    return Explained.of(
        () ->
            new FlywayExecutor(configuration)
                .execute(
                    (resolver, history, database, schema, schemas, callbacks, interceptor) ->
                        what.apply(new ScriptStatements(configuration, database)),
                    true,
                    null));
  }

  /**
   * Undoes it, and takes its row out of the history. Callbacks do not run.
   *
   * @param failed what {@link #find} has proved
   * @throws FlywayException if it is not proved, if the schema or the history has changed since, or
   *     if a statement fails; the message says which ones ran where it is not rolled back
   */
  public void run(FailedMigration failed) {
    if (!failed.isProved()) {
      throw new FlywayException("Cannot undo: " + failed);
    }
    if (!find().filter(failed::equals).isPresent()) {
      throw new FlywayException(
          "The database or the scripts changed since it was looked at. Nothing was undone; look"
              + " again.");
    }
    FlywayException failure =
        new FlywayExecutor(configuration)
            .execute(
                (resolver, history, database, schema, schemas, callbacks, interceptor) ->
                    history.lock(
                        () -> {
                          Table<?, ?> table = schema.getTable(configuration.getTable());
                          database.getMigrationConnection().changeCurrentSchemaTo(schema);
                          return undo(failed, database, table);
                        }),
                true,
                null);
    if (failure != null) {
      throw failure;
    }
  }

  /** A failure that must not roll back what was done outside a transaction is returned. */
  private static @Nullable FlywayException undo(
      FailedMigration failed, Database<?> database, Table<?, ?> table) throws SQLException {
    Connection connection = database.getMigrationConnection().getJdbcConnection();
    if (failed.transactional()) {
      ExecutionTemplateFactory.createExecutionTemplate(connection, database)
          .execute(
              () -> {
                database
                    .getDatabaseType()
                    .createExecutionStrategy(connection)
                    .execute(
                        () -> {
                          for (String sql : failed.undo()) {
                            execute(connection, sql);
                          }
                          return null;
                        });
                delete(failed, database, table);
                return null;
              });
      return null;
    }
    boolean autoCommit = connection.getAutoCommit();
    int done = 0;
    try {
      connection.setAutoCommit(true);
      for (String sql : failed.undo()) {
        execute(connection, sql);
        done++;
      }
      delete(failed, database, table);
      return null;
    } catch (SQLException e) {
      return new FlywayException(
          "Undo of %s failed after %d of %d statements, which have stayed: %s"
              .formatted(failed.script(), done, failed.undo().size(), e.getMessage()),
          e);
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  private static void delete(FailedMigration failed, Database<?> database, Table<?, ?> table)
      throws SQLException {
    database
        .getMigrationConnection()
        .getJdbcTemplate()
        .update(
            "DELETE FROM " + table + " WHERE " + database.quote("installed_rank") + " = ?",
            failed.rank());
  }
}
