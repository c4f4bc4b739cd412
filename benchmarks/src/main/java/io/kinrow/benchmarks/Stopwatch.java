package io.kinrow.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures what the current thread does from here on: elapsed time, its own CPU time, and that of
 * all threads.
 */
public final class Stopwatch {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long process = SYSTEM.getProcessCpuTime();
  private final long thread = ThreadResources.processorNanos();
  private final long clock = System.nanoTime();

  private Stopwatch() {}

  /** Starts one. */
  public static Stopwatch start() {
    return new Stopwatch();
  }

  /** What has passed since the start, to be asked for in the same thread. */
  public Elapsed elapsed() {
    return new Elapsed(
        System.nanoTime() - clock,
        ThreadResources.processorNanos() - thread,
        SYSTEM.getProcessCpuTime() - process);
  }

  /**
   * Nanoseconds.
   *
   * @param clock elapsed time
   * @param thread CPU time of the thread
   * @param process CPU time of all threads
   */
  public record Elapsed(long clock, long thread, long process) {

    /** Elapsed time. */
    public double clockSeconds() {
      return clock / 1e9;
    }

    /** CPU time of the thread. */
    public double threadSeconds() {
      return thread / 1e9;
    }

    /** CPU time of all threads. */
    public double processSeconds() {
      return process / 1e9;
    }
  }
}
