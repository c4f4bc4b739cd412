package io.kinrow.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a workload for all contenders, one after the other, each in a JVM of its own. */
final class Operations {

  private final Effort effort;

  Operations(Effort effort) {
    this.effort = effort;
  }

  List<Result> run(Workload workload, List<Contender> contenders, int round)
      throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(OperationBenchmark.class.getName())
            .param("workload", workload.name())
            .param("contender", contenders.stream().map(Enum::name).toArray(String[]::new))
            .forks(1)
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(effort.millis()))
            .measurementIterations(effort.iterations())
            .measurementTime(TimeValue.milliseconds(effort.millis()))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .resultFormat(ResultFormatType.JSON)
            .result(Path.of("target", "jmh-" + workload + "-" + round + ".json").toString())
            .jvmArgsAppend(options())
            .build();
    Collection<RunResult> runs = new Runner(options).run();
    List<Result> results = new ArrayList<>();
    for (RunResult run : runs) {
      results.add(result(workload, run, round));
    }
    return results;
  }

  private String[] options() {
    List<String> options = new ArrayList<>(PostgresServer.options());
    options.add("-Xms1g");
    options.add("-Xmx1g");
    options.add("-Djava.util.logging.config.file=logging.properties");
    options.add("-D" + OperationBenchmark.WARM_MILLIS + "=" + effort.warmMillis());
    return options.toArray(String[]::new);
  }

  private static Result result(Workload workload, RunResult run, int round) {
    Contender contender = Contender.valueOf(run.getParams().getParam("contender"));
    double operations = secondary(run, "operations");
    return new Result(
        workload.name(),
        contender,
        round,
        run.getPrimaryResult().getScore(),
        secondary(run, "nanos") / operations / 1_000,
        secondary(run, "gc.alloc.rate.norm"));
  }

  private static double secondary(RunResult run, String name) {
    return run.getSecondaryResults().get(name).getScore();
  }
}
