package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.jdbc.PgStatement;

/** Has PostgreSQL's driver cancel statements, to the millisecond. */
final class PostgresLimit extends JdbcLimit {

  private static final long MILLISECOND = 1_000_000;

  /** In seconds, a shorter time than one would look like none. */
  @Override
  long time(Statement statement) throws SQLException {
    return statement.isWrapperFor(PgStatement.class)
        ? statement.unwrap(PgStatement.class).getQueryTimeoutMs() * MILLISECOND
        : super.time(statement);
  }

  @Override
  void setTime(Statement statement, long nanos) throws SQLException {
    if (statement.isWrapperFor(PgStatement.class)) {
      statement
          .unwrap(PgStatement.class)
          .setQueryTimeoutMs((nanos + MILLISECOND - 1) / MILLISECOND);
    } else {
      super.setTime(statement, nanos);
    }
  }
}
