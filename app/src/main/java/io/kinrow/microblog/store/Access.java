package io.kinrow.microblog.store;

/** What a command will do with the database. */
public enum Access {
  /** Only read, so that a read-only file will do. */
  READ,
  /** Read and write. */
  WRITE
}
