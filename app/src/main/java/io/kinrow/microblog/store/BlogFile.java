package io.kinrow.microblog.store;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.Refused;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.verify.VerifyReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The file that holds a blog. Refuses files that are missing, unreadable, of another kind, or at
 * another version than the generated classes. Immutable.
 */
public final class BlogFile extends BlogDatabase {

  /**
   * Flyway's history tables, told by their columns: the one that is called as Flyway does first.
   */
  private static final String HISTORIES =
      """
      SELECT name FROM sqlite_schema AS t WHERE type = 'table' AND 3 = (
        SELECT count(*) FROM pragma_table_info(t.name)
        WHERE name IN ('installed_rank', 'checksum', 'success'))
      ORDER BY name <> 'flyway_schema_history', name""";

  private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private static final int PATIENCE_MILLIS = 2_000;

  private final Path path;
  private final String shown;

  private BlogFile(Path path, String shown) {
    this.path = path;
    this.shown = shown;
  }

  /** The file at a path, which need not exist. */
  public static BlogFile at(Path path) {
    return new BlogFile(path.toAbsolutePath().normalize(), path.toString());
  }

  /** The path as the user wrote it. */
  @Override
  public String shown() {
    return shown;
  }

  /** The absolute path. */
  public Path path() {
    return path;
  }

  @Override
  public List<String> locations() {
    return List.of("classpath:db/migration");
  }

  @Override
  public Login login(Access access) {
    return new Login(url(access));
  }

  /**
   * Its JDBC URL, which opens a read-only file as such.
   *
   * @throws Refused if the file is missing, of another kind, or read-only and to be written
   */
  public String url(Access access) {
    requireSqlite();
    if (!isReadOnly()) {
      return url();
    }
    if (access == Access.WRITE) {
      throw readOnly();
    }
    boolean log = Files.exists(Path.of(path + "-wal"));
    return Files.isWritable(folder()) || log
        ? url() + "?open_mode=1"
        // without its log's index, which it cannot write here: sound, as nobody writes
        : "jdbc:sqlite:" + path.toUri() + "?mode=ro&immutable=1";
  }

  @Override
  public Login loginToCreate() {
    requireWritable();
    Login login = new Login(url());
    if (Files.exists(path)) {
      new SchemaVersion(this).refuseUnknown(login);
    }
    return login;
  }

  @Override
  public List<String> histories() {
    return Files.exists(path) ? new SchemaVersion(this).histories(login(Access.READ)) : List.of();
  }

  @Override
  public void awaitLock(Runnable waiting) {
    if (!Files.exists(path)) {
      return;
    }
    try {
      if (!isFree(PATIENCE_MILLIS)) {
        waiting.run();
        if (!isFree(Question.BUSY_TIMEOUT_MILLIS)) {
          throw new Refused(
              shown
                  + " is still locked by another program that writes to it, and nothing was changed",
              "Wait until it has finished, or close it, and try again");
        }
      }
    } catch (SQLException e) {
      throw refusal(e);
    }
  }

  private boolean isFree(int millis) throws SQLException {
    return ask(
        new Login(url()),
        statement -> {
          statement.execute("PRAGMA busy_timeout = " + millis);
          try {
            statement.execute("BEGIN IMMEDIATE");
          } catch (SQLException e) {
            if (DatabaseProblem.isBusy(e)) {
              return false;
            }
            throw e;
          }
          statement.execute("ROLLBACK");
          return true;
        });
  }

  /**
   * Its JDBC URL, for whoever replaces all of it: a damaged file may be of any kind.
   *
   * @throws Refused if the file is read-only, or cannot be created
   */
  public String urlToRestore() {
    if (Files.exists(path) && isReadOnly()) {
      throw readOnly();
    }
    return url();
  }

  private String url() {
    return "jdbc:sqlite:" + path;
  }

  @Override
  public String command() {
    return shown.equals("microblog.db") ? "microblog" : "microblog --db " + Quoted.of(shown);
  }

  @Override
  public boolean hasBackups() {
    return true;
  }

  @Override
  public VerifyReport verify(FlywaySettings settings) {
    return migrations(Access.READ, settings).verify();
  }

  @Override
  public BlogFile file(String command, String remedy) {
    return this;
  }

  @Override
  Blog open(Login login) {
    return Blog.open(login.url());
  }

  @Override
  <T> T ask(Login login, Question<T> question) throws SQLException {
    return Question.ask(login.url(), question);
  }

  @Override
  String historiesQuery() {
    return HISTORIES;
  }

  static List<String> historiesOf(Statement statement) throws SQLException {
    return SchemaVersion.names(statement, HISTORIES);
  }

  @Override
  String tablesQuery() {
    return "SELECT name FROM sqlite_schema WHERE type = 'table'";
  }

  @Override
  String nameAnother() {
    return "Name another file: --db FILE";
  }

  @Override
  public Optional<Refused> problem(Throwable failure) {
    return DatabaseProblem.find(shown, failure);
  }

  @Override
  Refused refusal(SQLException failure) {
    return DatabaseProblem.of(shown, failure);
  }

  private void requireSqlite() {
    if (path.toString().indexOf('?') >= 0) {
      throw new Refused(
          shown + " has a '?' in its path, which SQLite's driver reads as the start of options",
          "Rename the file or folder");
    }
    if (!Files.exists(path)) {
      throw new Refused("There is no database " + shown, "Create it: microblog db migrate");
    }
    if (Files.isDirectory(path)) {
      throw new Refused(shown + " is a folder", "Name a database file: --db FILE");
    }
    if (!Files.isReadable(path)) {
      throw new Refused(
          shown + " cannot be read", "Ask its owner for permission, or run: chmod u+r");
    }
    byte[] start = start();
    if (start.length > 0 && !Arrays.equals(start, HEADER)) {
      throw new Refused(shown + " is not an SQLite database", "Name another file: --db FILE");
    }
  }

  private byte[] start() {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEADER.length);
    } catch (IOException e) {
      throw new Refused(
          shown + " cannot be read (" + e.getMessage() + ")", "Check the disk or copy the file", e);
    }
  }

  private void requireWritable() {
    if (Files.exists(path)) {
      requireSqlite();
      if (isReadOnly()) {
        throw readOnly();
      }
      return;
    }
    Path folder = folder();
    TargetFolder.require(folder);
    if (!Files.isWritable(folder)) {
      throw new Refused(
          "The folder " + folder + " is read-only", "Choose another place: --db FILE");
    }
  }

  private Path folder() {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  /** SQLite writes its log beside the file, so the folder counts too. */
  private boolean isReadOnly() {
    return !Files.isWritable(path) || !Files.isWritable(folder());
  }

  private Refused readOnly() {
    return new Refused(
        shown + " is read-only",
        "Make the file and its folder writable, or copy it elsewhere and name the copy: --db FILE");
  }
}
