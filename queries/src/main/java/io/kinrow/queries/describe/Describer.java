package io.kinrow.queries.describe;

import io.kinrow.queries.facts.DescribedQuery;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.SqlSyntax;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.SQLException;

/** What a migrated database tells about queries. One class per engine. */
public interface Describer extends AutoCloseable {

  /** Returns how texts are read. */
  SqlSyntax syntax();

  /**
   * Describes a query without running it.
   *
   * @throws WrongSqlException if the database refuses it
   */
  DescribedQuery describe(QueryText query) throws WrongSqlException, SQLException;

  @Override
  void close() throws SQLException;
}
