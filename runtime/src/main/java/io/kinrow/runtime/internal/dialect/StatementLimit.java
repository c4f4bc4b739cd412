package io.kinrow.runtime.internal.dialect;

/**
 * Ends the statements of one connection that take too long, where the engine has to be told when
 * one starts. For one thread at a time.
 */
public interface StatementLimit {

  /** The connection starts to work, on a statement or on more of its rows. */
  void start();

  /** The connection is done. */
  void stop();
}
