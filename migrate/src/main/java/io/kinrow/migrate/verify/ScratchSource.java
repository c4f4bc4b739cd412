package io.kinrow.migrate.verify;

import org.flywaydb.core.api.FlywayException;

/** Where scratch databases come from, all in the same state. */
interface ScratchSource extends AutoCloseable {

  /**
   * A database that nobody has used yet; the one before it has no open connection any more.
   *
   * @throws FlywayException if there is no other one
   */
  Scratch next();

  /** Closes what was open, and removes the databases that it made. */
  @Override
  void close();
}
