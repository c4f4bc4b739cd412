package io.kinrow.benchmarks;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.lint.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures {@code verify}, {@code lint}, {@code check} and {@code diff} on projects of several
 * sizes, each in a JVM of its own: elapsed seconds and seconds of CPU time, with what JIT and
 * collector take and without, and those per migration, which stay the same where the growth is
 * linear.
 */
public final class MigrationSpeed {

  private static final List<Integer> MIGRATIONS = List.of(50, 100, 200, 285, 400);
  private static final List<Integer> TABLES = List.of(10, 100, 300);
  private static final Path FOLDER = Path.of("target", "migration-speed");

  private MigrationSpeed() {}

  /** What is measured; the number of migrations is that of tables too. */
  private enum Work {
    LINT("lint", MIGRATIONS, 285, 3),
    VERIFY("verify", MIGRATIONS, 285, 60),
    CHECK("check", MIGRATIONS, 0, 0),
    DIFF("diff of tables", TABLES, 300, 2);

    private final String text;
    private final List<Integer> sizes;
    private final int goalSize;
    private final int goal;

    /**
     * @param goal elapsed seconds that it may take at one size; 0 for any
     */
    Work(String text, List<Integer> sizes, int goalSize, int goal) {
      this.text = text;
      this.sizes = sizes;
      this.goalSize = goalSize;
      this.goal = goal;
    }
  }

  /**
   * Takes nothing, or the works to do, or {@code --publish}; or the work and the size that one JVM
   * is to do.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2) {
      System.out.println(measured(Work.valueOf(arguments[0]), Integer.parseInt(arguments[1])));
      return;
    }
    boolean publish = arguments.length == 1 && arguments[0].equals("--publish");
    List<Work> works =
        arguments.length == 0 || publish
            ? List.of(Work.values())
            : Stream.of(arguments[0].split(",")).map(Work::valueOf).toList();
    String head =
        "| work | size | goal | elapsed | CPU | CPU of its thread | CPU for each |\n"
            + "|---|--:|--:|--:|--:|--:|--:|\n";
    System.out.print(head);
    StringBuilder table = new StringBuilder(head);
    for (Work work : works) {
      for (int size : work.sizes) {
        String[] cells =
            Processes.java(List.of(), MigrationSpeed.class, work.name(), String.valueOf(size))
                .split("\t");
        String row =
            "| %s | %d | %s | %s s | %s s | %s s | %s ms |%n"
                .formatted(
                    work.text,
                    size,
                    size == work.goalSize ? "≤ " + work.goal + " s" : "",
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3]);
        System.out.print(row);
        table.append(row);
      }
    }
    if (publish) {
      Published.writeMigrations(table.toString());
    }
  }

  private static String measured(Work work, int size) throws IOException {
    Path folder = FOLDER.resolve(work + "-" + size);
    delete(folder);
    Path scripts = Files.createDirectories(folder.resolve("migrations"));
    write(scripts, 1, size);
    String location = "filesystem:" + scripts;
    String url = "jdbc:sqlite:" + folder.resolve("live.db");
    String text = "";
    if (work == Work.CHECK) {
      Migrations.of(url, location).migrate();
    } else if (work == Work.DIFF) {
      text = tables(size);
    }
    Stopwatch watch = Stopwatch.start();
    switch (work) {
      case LINT -> require(Lint.of(scripts).run().isEmpty());
      case VERIFY -> require(Migrations.of("jdbc:sqlite::memory:", location).verify().passed());
      case CHECK -> require(!Drift.check(url, location).isFound());
      case DIFF ->
          require(
              SchemaDiff.between(
                          Schema.ofSql(text),
                          Schema.ofSql(
                              text.replace("name_7 TEXT", "name_7 TEXT DEFAULT ''")
                                  + "CREATE TABLE added (id INTEGER PRIMARY KEY);"))
                      .differences()
                      .size()
                  == 2);
    }
    Stopwatch.Elapsed elapsed = watch.elapsed();
    delete(folder);
    return String.format(
        Locale.ROOT,
        "%.1f\t%.1f\t%.1f\t%.0f",
        elapsed.clockSeconds(),
        elapsed.processSeconds(),
        elapsed.threadSeconds(),
        elapsed.processSeconds() / size * 1000);
  }

  /** The scripts of some versions. */
  static void write(Path scripts, int first, int last) throws IOException {
    for (int version = first; version <= last; version++) {
      Files.writeString(scripts.resolve("V" + version + "__step.sql"), up(version));
      Files.writeString(scripts.resolve("U" + version + "__step.sql"), down(version));
    }
  }

  private static void require(boolean right) {
    if (!right) {
      throw new IllegalStateException("The result is not what it should be");
    }
  }

  /** Most add a table; every fifth adds a column to an older one, every seventh a view. */
  private static String up(int version) {
    String made = table(version);
    if (version > 5 && version % 5 == 0) {
      made += "ALTER TABLE thing_" + (version - 4) + " ADD COLUMN added_" + version + " TEXT;\n";
    }
    if (version % 7 == 0) {
      made += "CREATE VIEW seen_" + version + " AS SELECT id, name_" + version;
      made += " FROM thing_" + version + ";\n";
    }
    return made;
  }

  private static String down(int version) {
    String undone = version % 7 == 0 ? "DROP VIEW seen_" + version + ";\n" : "";
    if (version > 5 && version % 5 == 0) {
      undone += "ALTER TABLE thing_" + (version - 4) + " DROP COLUMN added_" + version + ";\n";
    }
    return undone + "DROP TABLE thing_" + version + ";\n";
  }

  private static String table(int number) {
    String reference = number > 1 ? " REFERENCES thing_" + number / 2 + " (id)" : "";
    return """
        CREATE TABLE thing_%1$d (
          id INTEGER PRIMARY KEY,
          name_%1$d TEXT,
          made TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
          amount NUMERIC(10, 2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
          other_id INTEGER%2$s
        );
        CREATE INDEX thing_%1$d_other ON thing_%1$d (other_id);
        """
        .formatted(number, reference);
  }

  private static String tables(int size) {
    StringBuilder sql = new StringBuilder();
    for (int number = 1; number <= size; number++) {
      sql.append(table(number));
    }
    return sql.toString();
  }

  /** A folder with all that is in it, if there is one. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
