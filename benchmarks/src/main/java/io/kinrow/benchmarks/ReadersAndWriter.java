package io.kinrow.benchmarks;

import io.kinrow.benchmarks.peer.NewPost;
import io.kinrow.benchmarks.peer.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Two threads read while one writes, in WAL mode: prints reads and writes a second. */
public final class ReadersAndWriter {

  private static final int READERS = 2;

  private final BlogDatabase database;
  private final Contender contender;
  private final Peer<?, ?> shared;
  private final LongAdder reads = new LongAdder();
  private final LongAdder writes = new LongAdder();
  private volatile boolean ended;
  private volatile Object last = this;

  private ReadersAndWriter(BlogDatabase database, Contender contender) {
    this.database = database;
    this.contender = contender;
    this.shared = contender.open(database, READERS + 1);
  }

  /** Takes a contender, and for how many milliseconds to warm up and to measure. */
  public static void main(String[] arguments) throws InterruptedException {
    try (BlogDatabase database = BlogDatabase.copy(BlogDatabase.POSTS)) {
      new ReadersAndWriter(database, Contender.valueOf(arguments[0]))
          .run(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
    }
  }

  private void run(long warmup, long measured) throws InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i <= READERS; i++) {
      int number = i;
      Thread thread = new Thread(() -> work(number));
      thread.setUncaughtExceptionHandler(
          (failed, failure) -> {
            failure.printStackTrace();
            failures.incrementAndGet();
          });
      threads.add(thread);
      thread.start();
    }
    Thread.sleep(warmup);
    reads.reset();
    writes.reset();
    long start = System.nanoTime();
    Thread.sleep(measured);
    double seconds = (System.nanoTime() - start) / 1e9;
    double readRate = reads.sum() / seconds;
    double writeRate = writes.sum() / seconds;
    ended = true;
    for (Thread thread : threads) {
      thread.join();
    }
    shared.close();
    if (failures.get() > 0) {
      throw new IllegalStateException(failures + " threads failed");
    }
    System.out.println(readRate + "\t" + writeRate);
  }

  private void work(int number) {
    Peer<?, ?> peer = contender.shared() ? shared : contender.open(database);
    if (number < READERS) {
      read(peer, number);
    } else {
      write(peer);
    }
  }

  private void read(Peer<?, ?> peer, int number) {
    int key = number;
    while (!ended) {
      key = (key + 7_919) % BlogDatabase.USERS;
      last = peer.user(key + 1);
      last = peer.page(key % 1_000, Workload.PAGE);
      reads.add(2);
    }
  }

  private void write(Peer<?, ?> peer) {
    List<NewPost> posts = Fixture.newPosts(1_000);
    for (int i = 0; !ended; i = (i + 1) % posts.size()) {
      last = peer.insert(posts.get(i));
      writes.increment();
    }
  }
}
