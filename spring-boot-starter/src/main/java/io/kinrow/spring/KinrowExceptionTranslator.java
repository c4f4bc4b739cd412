package io.kinrow.spring;

import io.kinrow.runtime.LockNotAvailableException;
import io.kinrow.runtime.internal.dialect.BrokenConstraint;
import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Objects;
import org.jooq.exception.DataChangedException;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Kinrow's and jOOQ's exceptions as Spring's, with the same message and the original as the cause.
 * As a bean, it translates what methods of {@code @Repository} classes throw. Thread-safe.
 *
 * <p>A unique key that is taken gives a {@code DuplicateKeyException}, other constraints a {@code
 * DataIntegrityViolationException}, {@code StaleRowException} an {@code
 * OptimisticLockingFailureException}, a lock that is not available a {@code
 * CannotAcquireLockException}, a missing row an {@code IncorrectResultSizeDataAccessException}.
 */
public final class KinrowExceptionTranslator implements PersistenceExceptionTranslator {

  /** The SQL state of engines that have one for it. */
  private static final String UNIQUE = "23505";

  private final SQLExceptionSubclassTranslator others = new SQLExceptionSubclassTranslator();

  /** Creates a translator. */
  public KinrowExceptionTranslator() {}

  @Override
  public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException failure) {
    return failure instanceof org.jooq.exception.DataAccessException known ? of(known) : null;
  }

  private DataAccessException of(org.jooq.exception.DataAccessException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof DataChangedException) {
      return new OptimisticLockingFailureException(message, failure);
    } else if (failure instanceof LockNotAvailableException) {
      return new CannotAcquireLockException(message, failure);
    } else if (failure instanceof NoDataFoundException) {
      return new IncorrectResultSizeDataAccessException(message, 1, 0, failure);
    } else if (failure instanceof TooManyRowsException) {
      return new IncorrectResultSizeDataAccessException(message, 1, failure);
    }
    SQLException cause = failure.getCause(SQLException.class);
    return cause == null
        ? new InvalidDataAccessResourceUsageException(message, failure)
        : of(message, failure, cause);
  }

  private DataAccessException of(
      String message, org.jooq.exception.DataAccessException failure, SQLException cause) {
    Dialect dialect = Dialect.raising(cause);
    if (dialect.isConstraint(cause)) {
      return UNIQUE.equals(cause.getSQLState())
              || dialect.brokenBy(cause).kind() == BrokenConstraint.Kind.UNIQUE
          ? new DuplicateKeyException(message, failure)
          : new DataIntegrityViolationException(message, failure);
    } else if (dialect.isBusy(cause)) {
      return new CannotAcquireLockException(message, failure);
    } else if (cause instanceof SQLTimeoutException || dialect.isInterrupted(cause)) {
      return new QueryTimeoutException(message, failure);
    } else if (dialect.isConnectionLost(cause)) {
      return new DataAccessResourceFailureException(message, failure);
    }
    return other(message, failure, cause);
  }

  /** Of the class that Spring has for the SQLSTATE, such as that of a deadlock. */
  private DataAccessException other(
      String message, org.jooq.exception.DataAccessException failure, SQLException cause) {
    DataAccessException springs = others.translate("Kinrow", null, cause);
    if (springs instanceof org.springframework.dao.ConcurrencyFailureException) {
      return new CannotAcquireLockException(message, failure);
    }
    return new InvalidDataAccessResourceUsageException(message, Objects.requireNonNull(failure));
  }
}
