package io.kinrow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Compares the bytes that Kinrow allocates for each workload with a recorded budget. Unlike times,
 * bytes hardly differ from run to run or machine to machine, so that this can guard every commit.
 */
public final class Budget {

  private static final Path FILE = Path.of("budget.txt");

  /** Which allocations the JIT compiler avoids differs from run to run and version to version. */
  private static final double TOLERANCE = 1.25;

  private static final long WARM_NANOS = 1_200_000_000;
  private static final long WINDOW_NANOS = 100_000_000;
  private static final int WINDOWS = 4;

  private Object last = this;

  private Budget() {}

  /**
   * Prints a line for each workload; ends with status 1 if one is over its budget. {@code --record}
   * writes what was measured as the new budget; {@code --who=FLOOR} prints somebody else's.
   */
  public static void main(String[] arguments) throws IOException {
    boolean record = List.of(arguments).contains("--record");
    Contender contender = Contender.KINROW;
    for (String argument : arguments) {
      if (argument.startsWith("--who=")) {
        contender = Contender.valueOf(argument.substring("--who=".length()));
      }
    }
    Map<Workload, Long> budget = record ? Map.of() : read();
    List<String> over = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Workload workload : workloads(arguments)) {
      long bytes = new Budget().measure(contender, workload);
      lines.add(workload + " " + bytes);
      long most = (long) (budget.getOrDefault(workload, Long.MAX_VALUE) * TOLERANCE);
      System.out.println(workload + " " + bytes + (record ? "" : " of " + most));
      if (bytes > most && contender == Contender.KINROW) {
        over.add(workload.title() + ": " + bytes + " bytes, budget " + most);
      }
    }
    if (record) {
      Files.write(FILE, lines);
    } else if (!over.isEmpty()) {
      System.err.println("over budget: allocate less, or record a new one with --budget --record:");
      over.forEach(System.err::println);
      System.exit(1);
    }
  }

  private static List<Workload> workloads(String[] arguments) {
    for (String argument : arguments) {
      if (argument.startsWith("--only=")) {
        String[] names = argument.substring("--only=".length()).split(",");
        return Arrays.stream(names).map(Workload::valueOf).toList();
      }
    }
    return List.of(Workload.values());
  }

  private static Map<Workload, Long> read() throws IOException {
    Map<Workload, Long> budget = new EnumMap<>(Workload.class);
    for (String line : Files.readAllLines(FILE)) {
      String[] cells = line.split(" ");
      budget.put(Workload.valueOf(cells[0]), Long.parseLong(cells[1]));
    }
    return budget;
  }

  private long measure(Contender contender, Workload workload) {
    try (Fixture<?, ?> fixture = Fixture.open(contender)) {
      Consumer<Object> sink = value -> last = value;
      window(fixture, workload, sink, WARM_NANOS);
      long bytes = Long.MAX_VALUE;
      double micros = Double.MAX_VALUE;
      for (int i = 0; i < WINDOWS; i++) {
        long bytesBefore = ThreadResources.allocatedBytes();
        long before = ThreadResources.processorNanos();
        int operations = window(fixture, workload, sink, WINDOW_NANOS);
        micros = Math.min(micros, (ThreadResources.processorNanos() - before) / 1e3 / operations);
        bytes = Math.min(bytes, (ThreadResources.allocatedBytes() - bytesBefore) / operations);
        if (workload.inserts()) {
          fixture.cleanUp();
        }
      }
      System.out.print(String.format(Locale.ROOT, "%10.2f µs  ", micros));
      return bytes;
    }
  }

  private static int window(
      Fixture<?, ?> fixture, Workload workload, Consumer<Object> sink, long nanos) {
    int operations = 0;
    long end = ThreadResources.processorNanos() + nanos;
    do {
      for (int i = 0; i < 8; i++) {
        workload.run(fixture, sink);
      }
      operations += 8;
    } while (ThreadResources.processorNanos() < end);
    return operations;
  }
}
