package io.kinrow.migrate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;

/** What is wrong with a script on PostgreSQL, whatever is to run it, before any of it runs. */
public final class ScriptProblems {
  private final Configuration configuration;
  private final boolean postgres;

  /** Prepares to check scripts; a database that is not given by a URL is asked which one it is. */
  public ScriptProblems(Configuration configuration) {
    this.configuration = configuration;
    this.postgres = isPostgres(configuration);
  }

  /** Returns whether there can be any, so that the scripts have to be looked at. */
  public boolean isPossible() {
    return postgres;
  }

  /**
   * Returns the first one of a script.
   *
   * @param script its name
   * @param sql its text, or one statement of it
   * @param line the line of the script that the text begins on
   * @param transactional whether Flyway runs it in a transaction
   */
  public Optional<String> in(String script, String sql, int line, boolean transactional) {
    if (!postgres) {
      return Optional.empty();
    }
    Optional<String> found =
        transactional ? TransactionStatements.problem(script, sql, line) : Optional.empty();
    return found.or(() -> ConcurrentIndexes.problem(configuration, script, sql));
  }

  /** Returns whether a statement begins, ends or commits a transaction. */
  public boolean isOfTransaction(String sql) {
    return postgres && TransactionStatements.problem("", sql, 1).isPresent();
  }

  private static boolean isPostgres(Configuration configuration) {
    String url = configuration.getUrl();
    if (url != null || configuration.getDataSource() == null) {
      return url != null && url.contains("postgresql");
    }
    try (Connection connection = configuration.getDataSource().getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    } catch (SQLException e) {
      throw new FlywayException("Cannot reach the database: " + e.getMessage(), e);
    }
  }
}
