package io.kinrow.benchmarks;

import io.kinrow.maven.GenerateSpeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the three ways in which {@code kinrow:generate} can run, on SQLite and on a PostgreSQL
 * server that it starts, each in a JVM of its own.
 */
public final class GoalSpeed {

  private static final int MIGRATIONS = 285;
  private static final Path FOLDER = Path.of("target", "goal-speed");

  private GoalSpeed() {}

  /** Takes {@code --publish} and {@code --runs=3}. */
  public static void main(String[] arguments) throws Exception {
    MigrationSpeed.delete(FOLDER);
    int runs = BuildSpeed.runs(arguments);
    StringBuilder report = new StringBuilder(BuildSpeed.machine(runs));
    report.append("\n").append(table(runs));
    System.out.println(report);
    if (List.of(arguments).contains("--publish")) {
      Published.writeGoal(report.toString());
    }
  }

  private static String table(int runs) throws IOException, InterruptedException {
    StringBuilder rows =
        new StringBuilder(
            """
            | `kinrow:generate` on | | CPU time of its thread | CPU time of all threads | elapsed time |
            |---|---|--:|--:|--:|
            """);
    for (GenerateSpeed.Scratch scratch : GenerateSpeed.Scratch.values()) {
      Map<String, double[]> least = new LinkedHashMap<>();
      for (int run = 0; run < runs; run++) {
        measure(scratch, FOLDER.resolve(scratch + "-" + run), least);
      }
      least.forEach(
          (what, values) ->
              rows.append(
                  String.format(
                      Locale.ROOT,
                      "| %s | %s | %.2f s | %.2f s | %.2f s |%n",
                      scratch.shown(),
                      what,
                      values[1],
                      values[2],
                      values[0])));
    }
    return rows.toString();
  }

  private static void measure(
      GenerateSpeed.Scratch scratch, Path folder, Map<String, double[]> least)
      throws IOException, InterruptedException {
    Path scripts = Files.createDirectories(folder.resolve("migrations"));
    MigrationSpeed.write(scripts, 1, MIGRATIONS);
    add(least, MIGRATIONS + " migrations, for the first time", scratch, folder);
    add(least, "nothing changed", scratch, folder);
    MigrationSpeed.write(scripts, MIGRATIONS + 1, MIGRATIONS + 1);
    add(least, "one migration was added", scratch, folder);
    MigrationSpeed.delete(folder);
  }

  private static void add(
      Map<String, double[]> least, String what, GenerateSpeed.Scratch scratch, Path folder)
      throws IOException, InterruptedException {
    String[] cells =
        Processes.java(List.of(), GenerateSpeed.class, scratch.name(), folder.toString())
            .split("\t");
    double[] values = Stream.of(cells).limit(3).mapToDouble(Double::parseDouble).toArray();
    least.merge(what, values, BuildSpeed::least);
  }
}
