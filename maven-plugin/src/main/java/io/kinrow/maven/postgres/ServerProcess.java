package io.kinrow.maven.postgres;

/** A server that was started and ends with this process. */
interface ServerProcess {

  boolean isAlive();

  /**
   * Stops it.
   *
   * @return whether it ended in good order, so that its folder can be used again
   */
  boolean stop();
}
