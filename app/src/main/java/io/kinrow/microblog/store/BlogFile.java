package io.kinrow.microblog.store;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * The file that holds a blog. Refuses files that are missing, unreadable, of another kind, or at
 * another version than the generated classes. Immutable.
 */
public final class BlogFile {

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
  public String shown() {
    return shown;
  }

  /** The absolute path. */
  public Path path() {
    return path;
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

  /**
   * Its JDBC URL, for whoever may create it.
   *
   * @throws Refused if the file is of another kind, another program's, newer or read-only, or
   *     cannot be created
   */
  public String urlToCreate() {
    requireWritable();
    if (Files.exists(path)) {
      new SchemaVersion(this).refuseUnknown(url());
    }
    return url();
  }

  /** The names of the tables that Flyway keeps its history in, its usual one first. */
  public List<String> histories() {
    return Files.exists(path) ? new SchemaVersion(this).histories(url(Access.READ)) : List.of();
  }

  /**
   * Waits until no other program writes.
   *
   * @param waiting called once if that takes long
   * @throws Refused if another one still does after some seconds
   */
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
      throw DatabaseProblem.of(shown, e);
    }
  }

  private boolean isFree(int millis) throws SQLException {
    return Question.ask(
        url(),
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
   * Its JDBC URL, for whoever compares it with the migrations.
   *
   * @throws Refused if the file is missing, of another kind, another program's, or newer
   */
  public String urlToValidate() {
    String url = url(Access.READ);
    new SchemaVersion(this).refuseUnknown(url);
    return url;
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

  /** The program and the option that names this file, as a shell takes them. */
  public String command() {
    return shown.equals("microblog.db") ? "microblog" : "microblog --db " + quoted(shown);
  }

  private static String quoted(String text) {
    return text.matches("[\\w./@%+=:,~-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /**
   * Opens the blog.
   *
   * @throws Refused if the file is missing, of another kind, at another version, or read-only and
   *     to be written
   */
  public Blog open(Access access) {
    String url = url(access);
    new SchemaVersion(this).require(url);
    return Blog.open(url);
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
