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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** Prepares work on the database of a Flyway configuration. */
  public SqliteBackup(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Returns whether the database is an SQLite file; one in memory, and any other engine, is not.
   */
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
      throw new FlywayException("Cannot back up: " + copy + " already exists.");
    }
    try (Connection connection = open()) {
      file(connection);
      return copy(connection, copy);
    } catch (SQLException e) {
      throw new FlywayException("Cannot back up: " + e.getMessage(), e);
    }
  }

  /** Returns the backups beside the database that {@link #createBeside} made, newest first. */
  public List<Path> list() {
    Path file = file().toAbsolutePath();
    Name own = Name.of(file);
    Pattern backup =
        Pattern.compile(
            Pattern.quote(own.stem())
                + "\\.v[0-9][0-9._]*\\.([0-9]{8}-[0-9]{6})\\.backup(?:-([0-9]{1,9}))?"
                + Pattern.quote(own.suffix()));
    record Found(Path path, String time, int number) {}
    try (Stream<Path> files = Files.list(Objects.requireNonNull(file.getParent()))) {
      List<Found> found = new ArrayList<>();
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        Matcher name = backup.matcher(String.valueOf(path.getFileName()));
        if (name.matches()) {
          int number = name.group(2) == null ? 1 : Integer.parseInt(name.group(2));
          found.add(new Found(path, name.group(1), number));
        }
      }
      found.sort(Comparator.comparing(Found::time).thenComparingInt(Found::number).reversed());
      return found.stream().map(Found::path).toList();
    } catch (IOException e) {
      throw new FlywayException("Cannot list the backups: " + e.getMessage(), e);
    }
  }

  /**
   * Deletes all backups beside the database but the newest.
   *
   * @param keep how many stay
   * @return what was deleted
   * @throws IllegalArgumentException if {@code keep} is below 1
   */
  public List<Path> prune(int keep) {
    if (keep < 1) {
      throw new IllegalArgumentException("Keep at least 1 backup, not " + keep);
    }
    List<Path> old = list().stream().skip(keep).toList();
    for (Path backup : old) {
      try {
        Files.deleteIfExists(backup);
      } catch (IOException e) {
        throw new FlywayException("Cannot delete " + backup + ": " + e.getMessage(), e);
      }
    }
    return old;
  }

  static String now() {
    return LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
  }

  /** A name beside a file that no file has: {@code blog.db} with {@code .x} becomes blog.x.db. */
  static Path free(Path file, String mark) {
    Name name = Name.of(file);
    Path free = file.resolveSibling(name.stem() + mark + name.suffix());
    for (int i = 2; Files.exists(free); i++) {
      free = file.resolveSibling(name.stem() + mark + "-" + i + name.suffix());
    }
    return free;
  }

  /** A file's name, taken apart at its last dot. */
  private record Name(String stem, String suffix) {
    static Name of(Path file) {
      String name = String.valueOf(file.getFileName());
      int dot = name.lastIndexOf('.');
      return dot > 0 ? new Name(name.substring(0, dot), name.substring(dot)) : new Name(name, "");
    }
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
            () -> new FlywayException("This SQLite database is in memory and has no file."));
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
