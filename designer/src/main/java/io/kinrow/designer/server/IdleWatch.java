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
  private final Runnable gone;
  private long last;
  private boolean present;

  private IdleWatch(Duration idle, Runnable gone) {
    this.idle = idle;
    this.gone = gone;
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
   * @param idle how long the page may be silent
   * @param gone is called each time that the page has been silent for longer
   */
  public static IdleWatch start(Duration idle, Runnable gone) {
    IdleWatch watch = new IdleWatch(idle, gone);
    long step = Math.max(10, Math.min(5_000, idle.toMillis() / 10));
    var unused = watch.timer.scheduleWithFixedDelay(watch::look, step, step, TimeUnit.MILLISECONDS);
    return watch;
  }

  /** Notes that the page is there. */
  public synchronized void contact() {
    present = true;
    last = System.nanoTime();
  }

  private void look() {
    if (isGone()) {
      gone.run();
    }
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
