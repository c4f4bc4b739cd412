package io.kinrow.microblog.store;

import io.kinrow.microblog.Refused;
import java.sql.SQLException;
import java.util.Optional;

/** SQLite's result codes (<a href="https://sqlite.org/rescode.html">sqlite.org</a>) as remedies. */
public final class DatabaseProblem {

  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int NOTADB = 26;

  private DatabaseProblem() {}

  /** The refusal for a failed statement. */
  static Refused of(String file, SQLException failure) {
    return find(file, failure)
        .orElseGet(
            () ->
                new Refused(
                    file + " cannot be read (" + failure.getMessage() + ")",
                    "Restore a backup: microblog db restore FILE",
                    failure));
  }

  /** The refusal for a failure that the state of the database file caused, if it did. */
  public static Optional<Refused> find(String file, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        Optional<Refused> known = ofCode(file, sql);
        if (known.isPresent()) {
          return known;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether another program is in the way, for now. */
  static boolean isBusy(SQLException failure) {
    int code = failure.getErrorCode() & 0xff;
    return code == BUSY || code == LOCKED;
  }

  private static Optional<Refused> ofCode(String file, SQLException failure) {
    return switch (failure.getErrorCode() & 0xff) {
      case BUSY, LOCKED ->
          refused(
              file + " is locked by another program",
              "Wait until it has finished, or close it, and try again",
              failure);
      case READONLY ->
          refused(
              file + " is read-only",
              "Make the file and its folder writable, or name another one: --db FILE",
              failure);
      case CORRUPT ->
          refused(
              file + " is corrupt",
              "Move it away, then put a backup in its place: microblog db restore FILE",
              failure);
      case NOTADB ->
          refused(
              file + " is not an SQLite database, or is encrypted",
              "Name another file: --db FILE; or move it away and put a backup in its place:"
                  + " microblog db restore FILE",
              failure);
      case FULL ->
          refused("The disk of " + file + " is full", "Free some space and try again", failure);
      case CANTOPEN ->
          refused(
              file + " cannot be opened",
              "Check the permissions of the file and its folder",
              failure);
      case IOERR ->
          refused(
              file + " cannot be read or written (" + failure.getMessage() + ")",
              "Check the disk",
              failure);
      default -> Optional.empty();
    };
  }

  private static Optional<Refused> refused(String what, String remedy, SQLException failure) {
    return Optional.of(new Refused(what, remedy, failure));
  }
}
