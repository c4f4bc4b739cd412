package io.kinrow.spring;

import io.kinrow.runtime.Isolation;
import io.kinrow.runtime.TransactionOptions;
import io.kinrow.runtime.TransactionOwner;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.Transaction;
import org.jooq.TransactionContext;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Kinrow's transactions as Spring's: one inside another is a savepoint. */
final class SpringTransactions implements TransactionOwner {

  private final DataSource source;
  private final PlatformTransactionManager manager;

  SpringTransactions(DataSource source, PlatformTransactionManager manager) {
    this.source = source;
    this.manager = manager;
  }

  /** A transaction of Spring's, as jOOQ keeps it. */
  private record Begun(TransactionStatus status) implements Transaction {}

  @Override
  public void begin(TransactionContext context) {
    begin(context, definition());
  }

  @Override
  public void begin(TransactionContext context, TransactionOptions options) {
    refuseOthers(options);
    DefaultTransactionDefinition definition = definition();
    definition.setReadOnly(options.isReadOnly());
    options.isolation().ifPresent(isolation -> definition.setIsolationLevel(level(isolation)));
    options.timeout().ifPresent(timeout -> definition.setTimeout(seconds(timeout)));
    begin(context, definition);
  }

  private static DefaultTransactionDefinition definition() {
    return new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);
  }

  private void begin(TransactionContext context, TransactionDefinition definition) {
    context.transaction(new Begun(manager.getTransaction(definition)));
  }

  /** Spring itself gives a part of a transaction what the whole has, and says nothing. */
  private void refuseOthers(TransactionOptions options) {
    if (!inTransaction()) {
      return;
    }
    Integer level = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
    boolean same =
        options.timeout().isEmpty()
            && options.isolation().map(i -> level != null && level(i) == level).orElse(true)
            && (!options.isReadOnly()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly());
    if (!same) {
      throw new IllegalStateException(
          "a transaction inside one of Spring's cannot have options that it does not have: "
              + options
              + "; set them with @Transactional where it begins");
    }
  }

  private static int level(Isolation isolation) {
    return switch (isolation) {
      case READ_COMMITTED -> TransactionDefinition.ISOLATION_READ_COMMITTED;
      case REPEATABLE_READ -> TransactionDefinition.ISOLATION_REPEATABLE_READ;
      case SERIALIZABLE -> TransactionDefinition.ISOLATION_SERIALIZABLE;
    };
  }

  /** Rounded up: Kinrow's own statements are ended to the millisecond. */
  private static int seconds(Duration timeout) {
    return (int) timeout.plusNanos(999_999_999).toSeconds();
  }

  private static TransactionStatus status(TransactionContext context) {
    if (context.transaction() instanceof Begun begun) {
      return begun.status();
    }
    throw new IllegalStateException("the transaction was not begun by Spring");
  }

  @Override
  public void commit(TransactionContext context) {
    manager.commit(status(context));
  }

  /** jOOQ also calls this if the beginning or the commit failed. */
  @Override
  public void rollback(TransactionContext context) {
    if (context.transaction() instanceof Begun begun && !begun.status().isCompleted()) {
      manager.rollback(begun.status());
    }
  }

  @Override
  public boolean inTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.getResource(source) instanceof ConnectionHolder;
  }

  @Override
  public void afterCommit(Runnable action) {
    TransactionSynchronizationManager.registerSynchronization(new Action(action));
  }

  /** What runs after the commit, unless a savepoint from before it is rolled back to. */
  private static final class Action implements TransactionSynchronization {

    private final Runnable action;
    private final Set<Object> later = new HashSet<>();
    private boolean dropped;

    Action(Runnable action) {
      this.action = action;
    }

    @Override
    public void savepoint(Object savepoint) {
      later.add(savepoint);
    }

    @Override
    public void savepointRollback(Object savepoint) {
      dropped = dropped || !later.contains(savepoint);
    }

    @Override
    public void afterCommit() {
      if (!dropped) {
        action.run();
      }
    }
  }
}
