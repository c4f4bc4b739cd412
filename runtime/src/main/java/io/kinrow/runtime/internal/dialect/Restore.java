package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;

/** Gives a connection the settings back that it had before a transaction. */
@FunctionalInterface
public interface Restore {

  /** Where nothing was set. */
  Restore NOTHING = () -> {};

  /** Called once, when the transaction has ended. */
  void run() throws SQLException;
}
