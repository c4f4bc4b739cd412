package io.kinrow.benchmarks;

import io.kinrow.benchmarks.peer.Peer;
import java.nio.file.Path;

/** Opens a file, reads one row and ends: what is measured is the JVM's whole life. */
public final class ColdStart {

  private ColdStart() {}

  /** Takes a contender and a file. */
  public static void main(String[] arguments) {
    try (BenchmarkFile file = BenchmarkFile.unpooled(Path.of(arguments[1]));
        Peer<?, ?> peer = Contender.valueOf(arguments[0]).open(file)) {
      if (peer.user(1) == null) {
        throw new IllegalStateException("no user 1");
      }
    }
  }
}
