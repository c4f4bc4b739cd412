package io.kinrow.migrate.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Puts a copy back in place of an SQLite database, and keeps what is replaced. Immutable and safe
 * for use by several threads.
 */
public final class SqliteRestore {
  private static final int SQLITE_CORRUPT = 11;
  private static final int SQLITE_NOTADB = 26;

  private final Configuration configuration;
  private final SqliteBackup backup;

  /** Prepares work on the database of a Flyway configuration. */
  public SqliteRestore(Configuration configuration) {
    this.configuration = configuration;
    this.backup = new SqliteBackup(configuration);
  }

  /**
   * Puts a copy back in one transaction, after a backup of what is there. A database that is
   * damaged cannot be backed up: its file gets another name.
   *
   * @param version asked for the version of the schema that is replaced, for the backup's name
   * @return what the database held before; null when there was nothing
   * @throws FlywayException if {@code copy} is not a sound SQLite database with Flyway's history,
   *     or the database cannot be backed up; then nothing is changed
   */
  public @Nullable Path restore(Path copy, Supplier<@Nullable String> version) {
    requireSound(copy);
    Path file = backup.file();
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        overwrite(copy);
        return null;
      }
      if (Files.isSameFile(copy, file)) {
        throw new FlywayException("Cannot restore: " + copy + " is the database itself.");
      }
      if (isDamaged(file)) {
        return replace(file, copy);
      }
    } catch (IOException | SQLException e) {
      throw new FlywayException("Cannot restore " + copy + ": " + e.getMessage(), e);
    }
    Path kept = backup.createBeside(version.get());
    overwrite(copy);
    return kept;
  }

  private void overwrite(Path copy) {
    try (Connection connection = backup.open();
        Statement statement = connection.createStatement()) {
      String path = copy.toAbsolutePath().toString();
      String quote = path.contains("\"") ? "'" : "\"";
      statement.executeUpdate("restore from " + quote + path + quote);
    } catch (SQLException e) {
      throw new FlywayException(
          "Cannot restore " + copy + ": " + e.getMessage() + ". The database was not changed.", e);
    }
  }

  private static Path replace(Path file, Path copy) throws IOException, SQLException {
    Path aside = SqliteBackup.free(file, ".corrupt-" + SqliteBackup.now());
    move(file, aside);
    try (Connection connection = readOnly(copy)) {
      SqliteBackup.copy(connection, file);
    } catch (SQLException | FlywayException e) {
      move(aside, file);
      throw e;
    }
    return aside;
  }

  /** A journal that stayed behind would be played into the new file. */
  private static void move(Path from, Path to) throws IOException {
    for (String suffix : List.of("-journal", "-wal", "-shm", "")) {
      Path part = from.resolveSibling(from.getFileName() + suffix);
      if (Files.exists(part)) {
        Files.move(part, to.resolveSibling(to.getFileName() + suffix));
      }
    }
  }

  private void requireSound(Path copy) {
    if (!Files.isRegularFile(copy)) {
      throw new FlywayException("Cannot restore: there is no file " + copy + ".");
    }
    try {
      if (Files.size(copy) == 0) {
        throw new FlywayException("Cannot restore " + copy + ": the file is empty.");
      }
      if (isDamaged(copy)) {
        throw new FlywayException(
            "Cannot restore " + copy + ": it is not an SQLite database, or it is damaged.");
      }
      if (!hasHistory(copy)) {
        throw new FlywayException(
            "Cannot restore "
                + copy
                + ": it has no table "
                + configuration.getTable()
                + ", so it is not a backup of a migrated database.");
      }
    } catch (IOException | SQLException e) {
      throw new FlywayException("Cannot restore " + copy + ": " + e.getMessage(), e);
    }
  }

  private boolean hasHistory(Path copy) throws SQLException {
    try (Connection connection = readOnly(copy);
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND lower(name) = lower(?)")) {
      statement.setString(1, configuration.getTable());
      try (ResultSet rs = statement.executeQuery()) {
        return rs.next();
      }
    }
  }

  /** Only what SQLite itself calls damaged: a file that is locked may be sound. */
  private static boolean isDamaged(Path file) throws SQLException {
    try (Connection connection = readOnly(file);
        Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("PRAGMA quick_check(1)")) {
      return !rs.next() || !"ok".equals(rs.getString(1));
    } catch (SQLException e) {
      int code = e.getErrorCode() & 0xff;
      if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        return true;
      }
      throw e;
    }
  }

  private static Connection readOnly(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath() + "?open_mode=1");
  }
}
