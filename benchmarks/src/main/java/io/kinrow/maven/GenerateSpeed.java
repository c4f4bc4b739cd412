package io.kinrow.maven;

import io.kinrow.benchmarks.Stopwatch;
import io.kinrow.maven.postgres.Binaries;
import io.kinrow.maven.postgres.PostgresVersion;
import io.kinrow.migrate.settings.FlywaySettings;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One run of what {@code kinrow:generate} does, in a JVM of its own, without Maven. */
public final class GenerateSpeed {

  /** Where the migrations run. */
  public enum Scratch {
    /** In a file. */
    SQLITE("SQLite"),
    /** On a server of the newest version, with programs that the build has put into a folder. */
    POSTGRESQL("PostgreSQL");

    private final String shown;

    Scratch(String shown) {
      this.shown = shown;
    }

    /** Its name in tables. */
    public String shown() {
      return shown;
    }

    private Engine engine() {
      Path programs = Path.of("target", "postgresql").toAbsolutePath();
      return this == SQLITE
          ? new SqliteEngine()
          : new PostgresEngine(
              PostgresVersion.of(null),
              new Binaries((name, version) -> programs.resolve(name + "-" + version + ".jar")));
    }
  }

  private GenerateSpeed() {}

  /** Takes a scratch database and a project's folder; its migrations are in {@code migrations}. */
  public static void main(String[] arguments) throws Exception {
    Scratch scratch = Scratch.valueOf(arguments[0]);
    Path base = Path.of(arguments[1]).toAbsolutePath();
    Stopwatch watch = Stopwatch.start();
    GenerationRequest request =
        new GenerationRequest(
            List.of("migrations"),
            base,
            "app.db",
            base.resolve("generated"),
            base.resolve("work"),
            ".*",
            "",
            "",
            List.of(),
            CheckEnums.ALL,
            FlywaySettings.defaults(),
            List.of(),
            scratch.engine(),
            List.of(),
            base.resolve("sql"),
            StandardCharsets.UTF_8);
    String message;
    try (URLClassLoader classPath =
        new URLClassLoader(new URL[0], GenerateSpeed.class.getClassLoader())) {
      message = new GenerationRun(request, classPath).run();
    }
    Stopwatch.Elapsed elapsed = watch.elapsed();
    System.out.printf(
        Locale.ROOT,
        "%.2f\t%.2f\t%.2f\t%s%n",
        elapsed.clockSeconds(),
        elapsed.threadSeconds(),
        elapsed.processSeconds(),
        message);
  }
}
