package io.kinrow.designer.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the page, which sends a sign of life every few seconds, has been closed for a while.
 * Until the page has been there once, it waits without limit.
 */
public final class IdleWatch implements AutoCloseable {

  private final ScheduledExecutorService timer;
  private final Duration idle;
  private long last;
  private boolean present;

  /**
   * Prepares to watch.
   *
   * @param idle how long the page may be silent
   */
  public IdleWatch(Duration idle) {
    this.idle = idle;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "kinrow-designer-idle");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to watch.
   *
   * @param gone is called each time that the page has been silent for longer
   */
  public void start(Runnable gone) {
    long step = Math.max(10, Math.min(5_000, idle.toMillis() / 10));
    var unused =
        timer.scheduleWithFixedDelay(
            () -> {
              if (isGone()) {
                gone.run();
              }
            },
            step,
            step,
            TimeUnit.MILLISECONDS);
  }

  /** Notes that the page is there. */
  public synchronized void contact() {
    present = true;
    last = System.nanoTime();
  }

  private synchronized boolean isGone() {
    boolean silent = present && System.nanoTime() - last > idle.toNanos();
    if (silent) {
      present = false;
    }
    return silent;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
