package io.kinrow.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.kinrow.processor.jooq.KinrowGenerator;
import io.kinrow.processor.jooq.SqliteDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Measures javac, each run in a JVM of its own, on schemas of 10 to 1,000 tables with 20 columns
 * each, and the annotation processor's own part of it.
 */
public final class BuildSpeed {

  private static final List<Integer> TABLES = List.of(10, 100, 300, 1_000);
  private static final int COLUMNS = 20;
  private static final int WHOLE = 300;
  private static final String SOURCES = "SOURCES";
  private static final String RUNS = "--runs=";
  private static final Path FOLDER = Path.of("target", "build-speed");

  private final int tables;
  private final Path folder;
  private final Path sources;
  private final Path entities;
  private final Path classes;

  private BuildSpeed(int tables) {
    this.tables = tables;
    this.folder = FOLDER.resolve(String.valueOf(tables));
    this.sources = folder.resolve("sources");
    this.entities = folder.resolve("entities");
    this.classes = folder.resolve("classes");
  }

  /**
   * Takes {@code --publish} and {@code --runs=3}, or what one JVM is to do: a step and a number of
   * tables.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2 && !arguments[0].startsWith("--")) {
      BuildSpeed speed = new BuildSpeed(Integer.parseInt(arguments[1]));
      if (arguments[0].equals(SOURCES)) {
        speed.generate();
      } else {
        System.out.println(speed.javac(Step.valueOf(arguments[0])));
      }
      return;
    }
    MigrationSpeed.delete(FOLDER);
    int runs = runs(arguments);
    StringBuilder report = new StringBuilder(machine(runs));
    report.append("\n").append(processor(runs));
    System.out.println(report);
    if (List.of(arguments).contains("--publish")) {
      Published.writeBuild(report.toString());
    }
    System.out.println(WHOLE + " tables, javac\telapsed seconds, CPU seconds, MB");
    for (Step step : Step.values()) {
      String[] cells = child(step.name(), WHOLE);
      System.out.println(step + "\t" + String.join("\t", List.of(cells).subList(0, 3)));
    }
  }

  /** The number in {@code --runs=3}. */
  static int runs(String... arguments) {
    return Stream.of(arguments)
        .filter(argument -> argument.startsWith(RUNS))
        .mapToInt(argument -> Integer.parseInt(argument.substring(RUNS.length())))
        .findFirst()
        .orElse(3);
  }

  static String machine(int runs) {
    return String.format(
        Locale.ROOT,
        "Java %s on %d cores, with a load of %.1f before the start (0: nothing else ran); the minimum of %d runs.%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        runs);
  }

  /** The growth of the annotation processor. */
  private static String processor(int runs) throws IOException, InterruptedException {
    StringBuilder rows =
        new StringBuilder(
            """
            | tables | files written | CPU time of javac's thread | CPU time of all threads \
            | elapsed time | heap, sum of the pools' peaks |
            |--:|--:|--:|--:|--:|--:|
            """);
    for (int tables : TABLES) {
      child(SOURCES, tables);
      double[] least = null;
      for (int run = 0; run < runs; run++) {
        String[] cells = child(Step.PROCESSOR.name(), tables);
        double[] values = Stream.of(cells).mapToDouble(Double::parseDouble).toArray();
        least = least == null ? values : least(least, values);
      }
      rows.append(
          String.format(
              Locale.ROOT,
              "| %d | %d | %.1f s | %.1f s | %.1f s | %.0f MB |%n",
              tables,
              sources(new BuildSpeed(tables).entities).size(),
              least[4],
              least[5],
              least[3],
              least[2]));
    }
    return rows.toString();
  }

  /** Of two runs, figure by figure. */
  static double[] least(double[] one, double[] other) {
    double[] least = new double[one.length];
    for (int i = 0; i < least.length; i++) {
      least[i] = Math.min(one[i], other[i]);
    }
    return least;
  }

  /** javac enters jOOQ's classes one inside the other, along their foreign keys. */
  private static String[] child(String step, int tables) throws IOException, InterruptedException {
    return Processes.java(
            List.of("-Xss64m", "-Xmx1500m"), BuildSpeed.class, step, String.valueOf(tables))
        .split("\t");
  }

  /** One run of javac. */
  private enum Step {
    /** The processor's files are written, nothing is compiled. */
    PROCESSOR,
    /** jOOQ's classes by themselves. */
    TABLES,
    /** As a build has it: jOOQ's classes and what the processor makes of them. */
    ALL_IN_ONE,
    /** The same files without the processor. */
    ALL_WITHOUT_PROCESSOR
  }

  private static String table(int number) {
    StringBuilder sql = new StringBuilder("create table thing_" + number + "s (");
    sql.append("id integer primary key, ");
    for (int column = 1; column < COLUMNS - 2; column++) {
      String type = List.of("text", "integer", "timestamp", "real").get(column % 4);
      sql.append("column_").append(column).append(' ').append(type);
      sql.append(column % 3 == 0 ? ", " : " not null, ");
    }
    // each refers to two others, as tables of an application do
    sql.append("first_id integer not null references thing_").append(number / 2).append("s (id), ");
    sql.append("second_id integer references thing_").append(number / 3).append("s (id))");
    return sql.toString();
  }

  private void generate() throws Exception {
    Files.createDirectories(sources);
    String url = "jdbc:sqlite:" + folder.resolve("schema.db");
    create(url);
    GenerationTool.generate(
        new Configuration()
            .withJdbc(new Jdbc().withUrl(url))
            .withGenerator(
                new Generator()
                    .withName(KinrowGenerator.class.getName())
                    .withDatabase(new Database().withName(SqliteDatabase.class.getName()))
                    .withGenerate(new Generate())
                    .withTarget(
                        new Target()
                            .withPackageName("many.db")
                            .withDirectory(sources.toString()))));
    Path user = sources.resolve(Path.of("many", "package-info.java"));
    Files.writeString(
        user,
        "@io.kinrow.annotation.Repositories(tables = many.db.Tables.class, database = \"Many\")\n"
            + "package many;\n");
  }

  private void create(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (int number = 0; number < tables; number++) {
        statement.execute(table(number));
      }
    }
  }

  private String javac(Step step) throws IOException {
    MigrationSpeed.delete(classes);
    Files.createDirectories(classes);
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        new ArrayList<>(List.of("-d", classes.toString(), "-nowarn", "-cp", classPath));
    List<Path> files = new ArrayList<>(sources(sources));
    switch (step) {
      case TABLES -> options.add("-proc:none");
      case ALL_WITHOUT_PROCESSOR -> {
        options.add("-proc:none");
        files.addAll(sources(entities));
      }
      case PROCESSOR, ALL_IN_ONE -> {
        MigrationSpeed.delete(entities);
        Files.createDirectories(entities);
        options.addAll(List.of("-s", entities.toString(), "-processorpath", classPath));
        options.addAll(List.of("-processor", TimedProcessor.class.getName()));
        if (step == Step.PROCESSOR) {
          options.add("-proc:only");
        }
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    long start = System.nanoTime();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      if (!compiler
          .getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call()) {
        throw new IllegalStateException(step + " does not compile");
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "%.1f\t%.1f\t%d\t%s",
        seconds,
        system.getProcessCpuTime() / 1e9,
        peak() >> 20,
        TimedProcessor.result());
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
