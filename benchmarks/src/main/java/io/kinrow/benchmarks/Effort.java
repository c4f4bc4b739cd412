package io.kinrow.benchmarks;

/**
 * How long everything is measured.
 *
 * @param rounds how often each contender runs each workload, in a new JVM each time
 * @param close how many more rounds there are of Kinrow and what it is compared with, one right
 *     after the other
 * @param warmMillis processor time before anything counts
 * @param iterations iterations that count
 * @param millis length of an iteration
 * @param starts how often a fresh JVM is started
 */
record Effort(int rounds, int close, int warmMillis, int iterations, int millis, int starts) {

  /** To see that everything works. */
  static final Effort SMOKE = new Effort(1, 0, 50, 1, 100, 1);

  /** For a first look: minutes. */
  static final Effort LOOK = new Effort(1, 0, 2_000, 3, 300, 5);

  /** For what is published: lists take hand-written JDBC 2 seconds, too, to be compiled. */
  static final Effort PUBLISH = new Effort(3, 3, 2_500, 4, 350, 7);
}
