package io.kinrow.microblog.store;

import io.kinrow.microblog.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A copy of a blog, to be made or put back. Refusals name the copy, not the database. Immutable.
 */
public final class BackupFile {

  private static final String REMEDY = "Name a backup of a blog: microblog db restore FILE";

  private final Path path;

  private BackupFile(Path path) {
    this.path = path;
  }

  /** The copy at a path, which need not exist. */
  public static BackupFile at(Path path) {
    return new BackupFile(path);
  }

  /**
   * Checks that the copy can be made.
   *
   * @throws Refused if its folder is missing or read-only
   */
  public void requireCreatable() {
    Path folder = path.toAbsolutePath().normalize().getParent();
    if (folder == null || Files.isDirectory(path)) {
      throw new Refused(path + " is a folder", "Name a file in it: microblog db backup FILE");
    }
    TargetFolder.require(folder);
    if (!Files.isWritable(folder)) {
      throw new Refused(
          "The folder " + folder + " is read-only",
          "Choose another place: microblog db backup FILE");
    }
  }

  /**
   * Checks that the copy is of a blog.
   *
   * @return the names of the tables that Flyway keeps its history in, its usual one first
   * @throws Refused if it is missing, or anything else
   */
  public List<String> requireRestorable() {
    if (!Files.exists(path)) {
      throw new Refused("There is no file " + path, REMEDY);
    }
    if (Files.isDirectory(path)) {
      throw new Refused(path + " is a folder", REMEDY);
    }
    List<String> histories = ask(BlogFile::historiesOf);
    if (histories.isEmpty()) {
      throw new Refused(path + " is not a blog: it has no history of migrations", REMEDY);
    }
    return histories;
  }

  /**
   * Checks that the copy can be read to its end.
   *
   * @throws Refused if it is damaged
   */
  public void requireSound() {
    boolean sound =
        ask(
            statement -> {
              try (ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
                return rows.next() && "ok".equals(rows.getString(1));
              }
            });
    if (!sound) {
      throw new Refused(path + " is damaged", REMEDY);
    }
  }

  private <T> T ask(Question<T> question) {
    try {
      return Question.ask("jdbc:sqlite:" + path.toAbsolutePath() + "?open_mode=1", question);
    } catch (SQLException e) {
      throw new Refused(
          path + " cannot be read as an SQLite database (" + e.getMessage() + ")", REMEDY, e);
    }
  }
}
