package io.kinrow.queries.describe;

import io.kinrow.queries.facts.DescribedQuery;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.SqlSyntax;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.Connection;
import java.sql.SQLException;

/** Describes queries on PostgreSQL. */
public final class PostgresDescriber implements Describer {

  private final Connection connection;

  /** Creates one. */
  public PostgresDescriber(Connection connection) {
    this.connection = connection;
  }

  @Override
  public SqlSyntax syntax() {
    return SqlSyntax.POSTGRESQL;
  }

  @Override
  public DescribedQuery describe(QueryText query) throws WrongSqlException, SQLException {
    throw new SQLException("not yet " + connection);
  }

  @Override
  public void close() {}
}
