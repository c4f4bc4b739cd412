package io.kinrow.benchmarks;

import io.kinrow.benchmarks.peer.Peer;

/** Opens a database, reads one row and ends: what is measured is the JVM's whole life. */
public final class ColdStart {

  private ColdStart() {}

  /** Takes a contender and where the database is. */
  public static void main(String[] arguments) {
    try (BlogDatabase database = BlogDatabase.unpooled(arguments[1]);
        Peer<?, ?> peer = Contender.valueOf(arguments[0]).open(database)) {
      if (peer.user(1) == null) {
        throw new IllegalStateException("no user 1");
      }
    }
  }
}
