package io.kinrow.blog;

import com.zaxxer.hikari.HikariDataSource;
import io.kinrow.runtime.TransactionOptions;
import io.kinrow.runtime.TransactionOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ConnectionProvider;
import org.jooq.SQLDialect;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DefaultConfiguration;

/** A framework, as small as can be, whose transactions belong to a thread. */
final class Framework implements ConnectionProvider {

  private final ThreadLocal<Running> running = new ThreadLocal<>();
  private final HikariDataSource pool;
  final List<String> events = new ArrayList<>();
  final AtomicInteger taken = new AtomicInteger();

  /** A thread's transaction. */
  private static final class Running {
    final Connection connection;
    final Deque<Optional<Savepoint>> parts = new ArrayDeque<>();
    final List<Runnable> after = new ArrayList<>();

    Running(Connection connection) {
      this.connection = connection;
    }
  }

  Framework(HikariDataSource pool) {
    this.pool = pool;
  }

  Blog blog(SQLDialect dialect, TransactionProvider transactions) {
    return Blog.using(
        org.jooq.impl.DSL.using(
            new DefaultConfiguration().set(dialect).set(this).set(transactions)));
  }

  @Override
  public Connection acquire() {
    Running mine = running.get();
    if (mine != null) {
      return mine.connection;
    }
    try {
      taken.incrementAndGet();
      return pool.getConnection();
    } catch (SQLException e) {
      throw new DataAccessException("no connection", e);
    }
  }

  @Override
  public void release(Connection connection) {
    Running mine = running.get();
    if (mine == null || mine.connection != connection) {
      close(connection);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DataAccessException("cannot close", e);
    }
  }

  void begin() {
    Running mine = running.get();
    try {
      if (mine == null) {
        mine = new Running(acquire());
        mine.connection.setAutoCommit(false);
        running.set(mine);
        mine.parts.push(Optional.empty());
        events.add("begin");
      } else {
        mine.parts.push(Optional.of(mine.connection.setSavepoint()));
        events.add("savepoint");
      }
    } catch (SQLException e) {
      throw new DataAccessException("cannot begin", e);
    }
  }

  void commit() {
    Running mine = running.get();
    try {
      Optional<Savepoint> part = mine.parts.peek();
      if (part.isPresent()) {
        mine.connection.releaseSavepoint(part.get());
        mine.parts.pop();
        events.add("release");
      } else {
        mine.connection.commit();
        events.add("commit");
        end(mine);
        mine.after.forEach(Runnable::run);
      }
    } catch (SQLException e) {
      throw new DataAccessException("the framework cannot commit", e);
    }
  }

  void rollback() {
    Running mine = running.get();
    try {
      Optional<Savepoint> part = mine.parts.peek();
      if (part.isPresent()) {
        mine.connection.rollback(part.get());
        mine.parts.pop();
        events.add("rollback to savepoint");
      } else {
        mine.connection.rollback();
        events.add("rollback");
        end(mine);
      }
    } catch (SQLException e) {
      throw new DataAccessException("cannot roll back", e);
    }
  }

  private void end(Running mine) throws SQLException {
    running.remove();
    mine.connection.setAutoCommit(true);
    mine.connection.close();
  }

  /** As jOOQ asks for it. */
  class Plain implements TransactionProvider {
    @Override
    public void begin(TransactionContext context) {
      Framework.this.begin();
    }

    @Override
    public void commit(TransactionContext context) {
      Framework.this.commit();
    }

    @Override
    public void rollback(TransactionContext context) {
      Framework.this.rollback();
    }
  }

  /** As Kinrow asks for it. */
  final class Knowing extends Plain implements TransactionOwner {
    @Override
    public void begin(TransactionContext context, TransactionOptions options) {
      events.add(options.toString());
      begin(context);
    }

    @Override
    public boolean inTransaction() {
      return running.get() != null;
    }

    @Override
    public void afterCommit(Runnable action) {
      running.get().after.add(action);
    }
  }
}
