package io.kinrow.microblog.store;

import io.kinrow.microblog.Refused;
import java.sql.SQLException;
import java.util.Optional;

/**
 * PostgreSQL's error codes (<a
 * href="https://www.postgresql.org/docs/current/errcodes-appendix.html">postgresql.org</a>) as
 * remedies.
 */
final class ServerProblem {

  private ServerProblem() {}

  /** The refusal for a failure that the server or the login caused, if it did. */
  static Optional<Refused> find(String shown, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        Optional<Refused> known = ofState(shown, sql);
        if (known.isPresent()) {
          return known;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refused> ofState(String shown, SQLException failure) {
    String said = " (" + failure.getMessage() + ")";
    return switch (failure.getSQLState()) {
      case "08001", "08006", "57P01", "57P02", "57P03" ->
          refused(
              shown + " cannot be reached" + said,
              "Start its server, or correct host and port: --db jdbc:postgresql://HOST:PORT/DATABASE",
              failure);
      case "08004", "28P01", "28000" ->
          refused(
              shown + " refuses the login" + said,
              "Set PGUSER and PGPASSWORD, put the password into ~/.pgpass, or add ?user=NAME to the URL",
              failure);
      case "3D000" ->
          refused(
              "There is no database " + shown, "Create it with createdb, or name another", failure);
      case "42501" ->
          refused(
              "The user may not do this on " + shown + said,
              "Grant the permission, or log in as another user: PGUSER",
              failure);
      case "25006" ->
          refused(shown + " is read-only" + said, "Name the primary server: --db URL", failure);
      case "53100" ->
          refused("The disk of " + shown + " is full", "Make room and try again", failure);
      case "53300" ->
          refused(
              shown + " has no connection left" + said,
              "Close other programs, or raise max_connections",
              failure);
      default -> Optional.empty();
    };
  }

  private static Optional<Refused> refused(String what, String remedy, SQLException failure) {
    return Optional.of(new Refused(what, remedy, failure));
  }
}
