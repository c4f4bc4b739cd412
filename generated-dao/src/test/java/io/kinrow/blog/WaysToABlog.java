package io.kinrow.blog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** The ways to open a database; each has a single connection, so that what one leaves is seen. */
enum WaysToABlog {

  /** Kinrow opens the connection and keeps its statements. */
  URL {
    @Override
    Opened open(BlogEngine engine, String url) {
      Blog blog = Blog.open(url, options -> options.connections(1));
      return new Opened(blog, blog::close);
    }
  },

  /** A pool that knows nothing of Kinrow, with the driver's own settings. */
  POOL {
    @Override
    Opened open(BlogEngine engine, String url) {
      HikariDataSource pool = pool(url);
      return new Opened(Blog.open(pool), pool::close);
    }
  },

  /** A jOOQ context with a listener, so that jOOQ runs the statements. */
  LISTENER {
    @Override
    Opened open(BlogEngine engine, String url) {
      HikariDataSource pool = pool(url);
      DSLContext context = DSL.using(pool, engine.dialect());
      ExecuteListenerProvider listener =
          new DefaultExecuteListenerProvider(new ExecuteListener() {});
      return new Opened(
          Blog.using(DSL.using(context.configuration().deriveAppending(listener))), pool::close);
    }
  };

  abstract Opened open(BlogEngine engine, String url);

  /** A database, and what closes it. */
  record Opened(Blog blog, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }

  static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(2_000);
    return new HikariDataSource(config);
  }
}
