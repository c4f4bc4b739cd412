package io.kinrow.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** One workload as one contender does it, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class OperationBenchmark {

  static final String WARM_MILLIS = "kinrow.benchmarks.warm";

  /** What is done. */
  @Param public Workload workload;

  /** Who does it. */
  @Param public Contender contender;

  private Fixture<?, ?> fixture;

  /** Warms up by processor time, so that a busy machine does not shorten it. */
  @Setup
  public void open(Blackhole hole) {
    fixture = Fixture.open(contender);
    long end = ThreadResources.processorNanos() + Long.getLong(WARM_MILLIS, 0) * 1_000_000;
    while (ThreadResources.processorNanos() < end) {
      workload.run(fixture, hole::consume);
    }
    if (workload.inserts()) {
      fixture.cleanUp();
    }
  }

  @TearDown
  public void close() {
    fixture.close();
  }

  /** The processor's time, which other work on the machine prolongs less than the clock's. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Processor {
    /** Of the iteration's operations. */
    public long nanos;

    /** Operations of the iteration. */
    public long operations;

    private long start;

    @Setup(Level.Iteration)
    public void start() {
      operations = 0;
      start = ThreadResources.processorNanos();
    }

    @TearDown(Level.Iteration)
    public void stop(OperationBenchmark benchmark) {
      nanos = ThreadResources.processorNanos() - start;
      if (benchmark.workload.inserts()) {
        benchmark.fixture.cleanUp();
      }
    }
  }

  @Benchmark
  public void run(Blackhole hole, Processor processor) {
    workload.run(fixture, hole::consume);
    processor.operations++;
  }
}
