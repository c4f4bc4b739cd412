package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.jdbc.PgStatement;

/** Has PostgreSQL's driver cancel a statement, to the millisecond. */
final class PostgresLimit extends JdbcLimit {

  static final StatementLimit INSTANCE = new PostgresLimit();

  private static final long MILLISECOND = 1_000_000;

  @Override
  void shorten(Statement statement, long nanos) throws SQLException {
    if (!statement.isWrapperFor(PgStatement.class)) {
      super.shorten(statement, nanos);
      return;
    }
    PgStatement ours = statement.unwrap(PgStatement.class);
    long millis = (nanos + MILLISECOND - 1) / MILLISECOND;
    long given = ours.getQueryTimeoutMs();
    if (given == 0 || given > millis) {
      ours.setQueryTimeoutMs(millis);
    }
  }

  /** In seconds, a shorter time than one looks like none. */
  @Override
  void lengthen(Statement statement) throws SQLException {
    if (!statement.isWrapperFor(PgStatement.class)) {
      super.lengthen(statement);
      return;
    }
    PgStatement ours = statement.unwrap(PgStatement.class);
    if (ours.getQueryTimeoutMs() != 0) {
      ours.setQueryTimeoutMs(0);
    }
  }
}
