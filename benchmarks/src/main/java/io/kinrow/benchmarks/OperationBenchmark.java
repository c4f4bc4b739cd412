package io.kinrow.benchmarks;

import java.util.concurrent.TimeUnit;
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
@SuppressWarnings("NullAway.Init") // JMH fills the fields
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OperationBenchmark {

  /** What is done. */
  @Param public Workload workload;

  /** Who does it. */
  @Param public Contender contender;

  private Fixture<?, ?> fixture;

  @Setup
  public void open() {
    fixture = Fixture.open(contender);
  }

  @TearDown
  public void close() {
    fixture.close();
  }

  @TearDown(Level.Iteration)
  public void cleanUp() {
    if (workload == Workload.INSERT) {
      fixture.cleanUp();
    }
  }

  @Benchmark
  public void run(Blackhole hole) {
    workload.run(fixture, hole::consume);
  }
}
