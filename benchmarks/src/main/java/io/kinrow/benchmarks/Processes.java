package io.kinrow.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measurements that need whole processes: cold starts, streams in small heaps, several threads. */
final class Processes {

  private final Effort effort;

  Processes(Effort effort) {
    this.effort = effort;
  }

  /** Starts the contenders in turn; the result of each is its median. */
  List<Result> starts(List<Contender> contenders, int round)
      throws IOException, InterruptedException {
    String where = BlogDatabase.master(BlogDatabase.POSTS);
    Map<Contender, double[]> clocks = new EnumMap<>(Contender.class);
    Map<Contender, double[]> processors = new EnumMap<>(Contender.class);
    contenders.forEach(contender -> clocks.put(contender, new double[effort.starts()]));
    contenders.forEach(contender -> processors.put(contender, new double[effort.starts()]));
    for (int start = 0; start < effort.starts(); start++) {
      for (Contender contender : contenders) {
        double processor = childrenMicros();
        long before = System.nanoTime();
        java(List.of(), ColdStart.class, contender.name(), where);
        clocks.get(contender)[start] = (System.nanoTime() - before) / 1e3;
        processors.get(contender)[start] = childrenMicros() - processor;
      }
    }
    List<Result> results = new ArrayList<>();
    clocks.forEach(
        (contender, clock) ->
            results.add(
                new Result(
                    "START",
                    contender,
                    round,
                    median(clock),
                    median(processors.get(contender)),
                    0)));
    return results;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Processor time of all processes that this one has waited for, as Linux counts it. */
  private static double childrenMicros() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.exists(stat)) {
      return System.nanoTime() / 1e3;
    }
    String fields = Files.readString(stat);
    String[] cells = fields.substring(fields.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(cells[13]) + Long.parseLong(cells[14]);
    return ticks * 10_000.0;
  }

  /**
   * The result's bytes are what one pass allocates; the live heap's growth is a result of its own.
   */
  List<Result> streams(List<Contender> contenders, int round)
      throws IOException, InterruptedException {
    List<Result> results = new ArrayList<>();
    for (Contender contender : contenders) {
      String[] cells = java(List.of("-Xmx64m"), Streaming.class, contender.name()).split("\t");
      results.add(
          new Result(
              "STREAM",
              contender,
              round,
              Double.parseDouble(cells[0]),
              Double.parseDouble(cells[1]),
              Double.parseDouble(cells[2])));
      results.add(new Result("STREAM_HEAP", contender, round, 0, 0, Double.parseDouble(cells[3])));
    }
    return results;
  }

  /** Microseconds between two reads, and between two writes. */
  List<Result> threads(List<Contender> contenders, int round)
      throws IOException, InterruptedException {
    List<Result> results = new ArrayList<>();
    // three threads warm up more slowly, and share two cores with the compiler
    String warm = String.valueOf(Math.max(1_000, effort.warmMillis() * 3));
    String measured = String.valueOf(Math.max(1_000, effort.millis() * effort.iterations() * 2));
    for (Contender contender : contenders) {
      String[] cells =
          java(List.of(), ReadersAndWriter.class, contender.name(), warm, measured).split("\t");
      double read = 1e6 / Double.parseDouble(cells[0]);
      double write = 1e6 / Double.parseDouble(cells[1]);
      results.add(new Result("READS", contender, round, read, read, 0));
      results.add(new Result("WRITES", contender, round, write, write, 0));
    }
    return results;
  }

  static String java(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(PostgresServer.options());
    command.add("-Djava.util.logging.config.file=logging.properties");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(main.getSimpleName() + " ended with status " + status);
    }
    return output;
  }
}
