package io.kinrow.maven.postgres;

/** No server could be had; the message says why, and what to do about it. */
public final class PostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the user to read. */
  public PostgresException(String message) {
    super(message);
  }

  /** With a message for the user to read, and what led to it. */
  public PostgresException(String message, Throwable cause) {
    super(message, cause);
  }
}
