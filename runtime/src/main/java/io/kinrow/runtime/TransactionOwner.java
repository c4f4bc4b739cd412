package io.kinrow.runtime;

import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;

/**
 * A jOOQ {@code TransactionProvider} that also knows the options of Kinrow's transactions, and the
 * transactions that others have begun. Implement it to have a framework run the transactions of a
 * database; the Spring Boot starter does. Implementations are thread-safe.
 *
 * <pre>{@code
 * Configuration configuration = new DefaultConfiguration()
 *     .set(SQLDialect.POSTGRES)
 *     .set(connectionsOfTheFramework)
 *     .set(new FrameworkTransactions()); // implements TransactionOwner
 * Blog blog = Blog.using(DSL.using(configuration));
 * }</pre>
 *
 * <p>With a plain {@code TransactionProvider}, transactions work too, but {@link
 * TransactionOptions#isolation} and {@link TransactionOptions#readOnly} are refused, and so is
 * {@link Database#afterCommit} inside a transaction that others have begun.
 */
public interface TransactionOwner extends TransactionProvider {

  /**
   * Begins a transaction like {@link #begin(TransactionContext)}, or a part of one that this thread
   * is in, with options.
   *
   * @param options with none, one or several set
   * @throws IllegalStateException if it is a part of a transaction that does not have the options
   * @throws UnsupportedOperationException if an option is not available
   */
  void begin(TransactionContext context, TransactionOptions options);

  /** Returns whether the calling thread is in a transaction, whoever began it. */
  boolean inTransaction();

  /**
   * Has an action run once the outermost transaction of the calling thread is committed. It does
   * not run if that transaction, or the part of it that the thread is in, is rolled back.
   */
  void afterCommit(Runnable action);
}
