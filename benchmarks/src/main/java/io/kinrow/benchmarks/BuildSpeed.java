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
import java.util.Comparator;
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
 * Measures javac, each run in a JVM of its own, on a schema of 300 tables with 20 columns each, and
 * the annotation processor's own part of it.
 */
public final class BuildSpeed {

  private static final int TABLES = 300;
  private static final int COLUMNS = 20;
  private static final int RUNS = 3;
  private static final Path FOLDER = Path.of("target", "build-speed");
  private static final Path SOURCES = FOLDER.resolve("sources");
  private static final Path ENTITIES = FOLDER.resolve("entities");
  private static final Path CLASSES = FOLDER.resolve("classes");

  private BuildSpeed() {}

  /** Takes nothing, or what one JVM is to do. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      System.out.println(javac(Step.valueOf(arguments[0])));
      return;
    }
    delete(FOLDER);
    Files.createDirectories(SOURCES);
    generate();
    System.out.println(
        TABLES
            + " tables of "
            + COLUMNS
            + " columns: seconds by the clock, processor seconds, MB;");
    System.out.println(
        "of the annotation processor alone: seconds by the clock, of javac's thread, of all threads");
    for (int run = 0; run < RUNS; run++) {
      for (Step step : Step.values()) {
        System.out.println(step + "\t" + Processes.java(List.of(), BuildSpeed.class, step.name()));
      }
    }
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

  private static void generate() throws Exception {
    String url = "jdbc:sqlite:" + FOLDER.resolve("schema.db");
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
                            .withDirectory(SOURCES.toString()))));
    Path user = SOURCES.resolve(Path.of("many", "package-info.java"));
    Files.writeString(
        user,
        "@io.kinrow.annotation.Repositories(tables = many.db.Tables.class, database = \"Many\")\n"
            + "package many;\n");
  }

  private static void create(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (int number = 0; number < TABLES; number++) {
        statement.execute(table(number));
      }
    }
  }

  private static String javac(Step step) throws IOException {
    delete(CLASSES);
    Files.createDirectories(CLASSES);
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        new ArrayList<>(List.of("-d", CLASSES.toString(), "-nowarn", "-cp", classPath));
    List<Path> files = new ArrayList<>(sources(SOURCES));
    switch (step) {
      case TABLES -> options.add("-proc:none");
      case ALL_WITHOUT_PROCESSOR -> {
        options.add("-proc:none");
        files.addAll(sources(ENTITIES));
      }
      case PROCESSOR, ALL_IN_ONE -> {
        delete(ENTITIES);
        Files.createDirectories(ENTITIES);
        options.addAll(List.of("-s", ENTITIES.toString(), "-processorpath", classPath));
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

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
