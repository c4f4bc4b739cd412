package io.kinrow.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/**
 * The blog's database for one run: the same rows each time, on SQLite, or on the PostgreSQL server
 * that {@link PostgresServer} names. Opens connections and pools to it, and closes them when it is
 * closed. Not thread-safe.
 */
public abstract class BlogDatabase implements AutoCloseable {

  /** Users of the database; they have keys from 1 on. */
  public static final int USERS = BlogRows.USERS;

  /** Posts of the usual database; they have keys from 1 on. */
  public static final int POSTS = 100_000;

  private final List<AutoCloseable> opened = new ArrayList<>();

  /** A copy of the one with so many posts, which is made first if it does not exist. */
  public static BlogDatabase copy(int posts) {
    return PostgresServer.isUsed() ? PostgresDatabase.copyOf(posts) : SqliteFile.copyOf(posts);
  }

  /**
   * Where the original with so many posts is, which is made if it does not exist: for {@link
   * #unpooled}.
   */
  static String master(int posts) {
    return PostgresServer.isUsed()
        ? PostgresDatabase.masterOf(posts)
        : SqliteFile.masterOf(posts).toString();
  }

  /** A database that stays when it is closed, without pools, which take long to start. */
  static BlogDatabase unpooled(String where) {
    return PostgresServer.isUsed() ? PostgresDatabase.at(where) : SqliteFile.at(where);
  }

  /** Its JDBC URL. */
  public abstract String url();

  /** Its engine, as jOOQ names it. */
  public abstract SQLDialect dialect();

  /** A plain connection, for hand-written JDBC. */
  public abstract Connection connect();

  /** A pool, as an application would have it, with the settings of {@link #connect}. */
  public abstract DataSource database(int connections, boolean generatedKeys);

  /** A connection for the benchmark itself. */
  abstract Connection administer() throws SQLException;

  final <C extends AutoCloseable> C closing(C resource) {
    opened.add(resource);
    return resource;
  }

  final DataSource pool(DataSource source, int connections) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    return closing(new HikariDataSource(config));
  }

  /** Removes what a copy has left behind. */
  abstract void remove() throws Exception;

  @Override
  public final void close() {
    try {
      for (AutoCloseable resource : opened) {
        resource.close();
      }
      remove();
    } catch (Exception e) {
      throw new IllegalStateException("cannot close " + url(), e);
    }
  }
}
