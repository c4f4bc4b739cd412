package io.kinrow.benchmarks;

import io.kinrow.benchmarks.peer.Peer;

/**
 * Streams a million rows in a small heap: prints the best times of several passes, and how much the
 * live heap grew while it did so.
 */
public final class Streaming {

  static final int ROWS = 1_000_000;
  private static final int PASSES = 5;
  private static final int CHECK = 200_000;

  private int rows;
  private long mostLive;
  private Object last = this;

  private Streaming() {}

  /** Takes a contender. */
  public static void main(String[] arguments) {
    try (BlogDatabase database = BlogDatabase.copy(ROWS);
        Peer<?, ?> peer = Contender.valueOf(arguments[0]).open(database)) {
      System.out.println(new Streaming().run(peer));
    }
  }

  private String run(Peer<?, ?> peer) {
    long clock = Long.MAX_VALUE;
    long processor = Long.MAX_VALUE;
    long bytes = Long.MAX_VALUE;
    for (int pass = 0; pass < PASSES; pass++) {
      rows = 0;
      long bytesBefore = ThreadResources.allocatedBytes();
      long processorBefore = ThreadResources.processorNanos();
      long clockBefore = System.nanoTime();
      peer.stream(this::take);
      clock = Math.min(clock, System.nanoTime() - clockBefore);
      processor = Math.min(processor, ThreadResources.processorNanos() - processorBefore);
      bytes = Math.min(bytes, ThreadResources.allocatedBytes() - bytesBefore);
      if (rows != ROWS) {
        throw new IllegalStateException(rows + " rows, not " + ROWS);
      }
    }
    long before = live();
    mostLive = before;
    rows = 0;
    peer.stream(this::weigh);
    return clock / 1_000 + "\t" + processor / 1_000 + "\t" + bytes + "\t" + (mostLive - before);
  }

  private void take(Object post) {
    last = post;
    rows++;
  }

  private void weigh(Object post) {
    take(post);
    if (rows % CHECK == 0) {
      mostLive = Math.max(mostLive, live());
    }
  }

  private static long live() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
