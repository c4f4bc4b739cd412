package io.kinrow.runtime;

import org.jetbrains.annotations.ApiStatus;

/**
 * Thrown by a transaction that was committed, but whose {@linkplain Database#afterCommit actions
 * after the commit} failed: everything the transaction changed is stored, and it must not be run
 * again. The cause is what the first of them threw; what others threw is suppressed in this
 * exception.
 */
public final class AfterCommitException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates the exception for the first failure.
   *
   * @hidden
   */
  @ApiStatus.Internal
  public AfterCommitException(Throwable cause) {
    super("the transaction was committed, but an action after its commit failed: " + cause, cause);
  }
}
