package io.kinrow.spring;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.tools.jdbc.JDBCUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A DataSource and its transaction manager, as generated databases take them. With one DataSource,
 * the starter makes the context and the databases. With several, make them:
 *
 * <pre>{@code
 * @Bean
 * Blog blog(@Qualifier("blog") DataSource source, @Qualifier("blog") PlatformTransactionManager manager) {
 *   return Blog.using(KinrowContext.of(source, manager).dsl());
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class KinrowContext {

  private final DSLContext dsl;

  private KinrowContext(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Returns the context of a DataSource. It takes a connection once, to see which engine it is.
   *
   * @param manager the transaction manager of this DataSource
   * @throws DataAccessException if there is no connection
   */
  public static KinrowContext of(DataSource source, PlatformTransactionManager manager) {
    return new KinrowContext(
        DSL.using(
            new DefaultConfiguration()
                .set(dialect(source))
                .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)))
                .set(new SpringTransactions(source, manager))));
  }

  private static SQLDialect dialect(DataSource source) {
    try (Connection connection = source.getConnection()) {
      return JDBCUtils.dialect(connection);
    } catch (SQLException e) {
      throw new DataAccessException("the DataSource has no connection: " + e.getMessage(), e);
    }
  }

  /** Returns the jOOQ context for {@code Blog.using(…)}. */
  public DSLContext dsl() {
    return dsl;
  }
}
