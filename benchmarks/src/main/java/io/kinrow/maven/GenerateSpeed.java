package io.kinrow.maven;

import io.kinrow.benchmarks.Stopwatch;
import io.kinrow.migrate.settings.FlywaySettings;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One run of what {@code kinrow:generate} does, in a JVM of its own, without Maven. */
public final class GenerateSpeed {

  private GenerateSpeed() {}

  /** Takes a project's folder; its migrations are in {@code migrations}. */
  public static void main(String[] arguments) throws Exception {
    Path base = Path.of(arguments[0]).toAbsolutePath();
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
            FlywaySettings.defaults(),
            List.of(),
            new SqliteEngine());
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
