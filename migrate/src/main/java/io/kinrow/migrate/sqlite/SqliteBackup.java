package io.kinrow.migrate.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Copies an SQLite database into a file, while other programs may use it. Immutable and safe for
 * use by several threads.
 */
public final class SqliteBackup {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Configuration configuration;

  /** For the database of a Flyway configuration. */
  public SqliteBackup(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Whether the database is an SQLite file; one in memory, and any other engine, is not. */
  public static boolean isPossible(Configuration configuration) {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      return isSqlite(connection) && mainFile(connection).isPresent();
    } catch (SQLException e) {
      throw new FlywayException("Cannot reach the database: " + e.getMessage(), e);
    }
  }

  /**
   * Copies the database beside itself: {@code blog.db} at version 4 becomes {@code
   * blog.v4.20260131-235959.backup.db}.
   *
   * @param version the version of its schema; null when nothing is applied
   * @return the copy
   * @throws FlywayException if the database is not an SQLite file, or cannot be copied
   */
  public Path createBeside(@Nullable String version) {
    try (Connection connection = open()) {
      Path file = file(connection);
      String mark = ".v" + (version == null ? "0" : version) + "." + now() + ".backup";
      return copy(connection, free(file, mark));
    } catch (SQLException e) {
      throw new FlywayException("Cannot back up: " + e.getMessage(), e);
    }
  }

  /**
   * Copies the database into a file that does not exist yet.
   *
   * @throws FlywayException if it exists, or the database is not an SQLite file
   */
  public Path create(Path copy) {
    if (Files.exists(copy)) {
      throw new FlywayException("Cannot back up: " + copy + " exists already.");
    }
    try (Connection connection = open()) {
      file(connection);
      return copy(connection, copy);
    } catch (SQLException e) {
      throw new FlywayException("Cannot back up: " + e.getMessage(), e);
    }
  }

  static String now() {
    return LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
  }

  /** A name beside a file that no file has: {@code blog.db} with {@code .x} becomes blog.x.db. */
  static Path free(Path file, String mark) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String suffix = dot > 0 ? name.substring(dot) : "";
    Path free = file.resolveSibling(stem + mark + suffix);
    for (int i = 2; Files.exists(free); i++) {
      free = file.resolveSibling(stem + mark + "-" + i + suffix);
    }
    return free;
  }

  /** A reader never meets half a backup: it gets its name when it is complete and on the disk. */
  static Path copy(Connection connection, Path copy) throws SQLException {
    Path part = copy.resolveSibling(copy.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
        vacuum.setString(1, part.toString());
        vacuum.execute();
      }
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | SQLException e) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw new FlywayException("Cannot back up to " + copy + ": " + e.getMessage(), e);
    }
  }

  /** The file of the database, which need not be sound. */
  Path file() {
    try (Connection connection = open()) {
      return file(connection);
    } catch (SQLException e) {
      throw new FlywayException("Cannot reach the database: " + e.getMessage(), e);
    }
  }

  Connection open() throws SQLException {
    return configuration.getDataSource().getConnection();
  }

  private static boolean isSqlite(Connection connection) throws SQLException {
    return connection
        .getMetaData()
        .getDatabaseProductName()
        .toLowerCase(Locale.ROOT)
        .startsWith("sqlite");
  }

  private static Path file(Connection connection) throws SQLException {
    if (!isSqlite(connection)) {
      throw new FlywayException(
          "Only SQLite files can be backed up and restored here; this database is "
              + connection.getMetaData().getDatabaseProductName()
              + ".");
    }
    return mainFile(connection)
        .orElseThrow(
            () -> new FlywayException("This SQLite database is in memory: there is no file."));
  }

  private static Optional<Path> mainFile(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        // the function pragma_database_list would read the file, which may be damaged
        ResultSet rs = statement.executeQuery("PRAGMA database_list")) {
      while (rs.next()) {
        String file = rs.getString("file");
        if ("main".equals(rs.getString("name")) && file != null && !file.isEmpty()) {
          return Optional.of(Path.of(file));
        }
      }
      return Optional.empty();
    }
  }
}
