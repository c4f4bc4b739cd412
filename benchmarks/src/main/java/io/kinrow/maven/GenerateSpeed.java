package io.kinrow.maven;

import com.sun.management.OperatingSystemMXBean;
import io.kinrow.migrate.settings.FlywaySettings;
import java.lang.management.ManagementFactory;
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
    var threads = ManagementFactory.getThreadMXBean();
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long thread = threads.getCurrentThreadCpuTime();
    long process = system.getProcessCpuTime();
    long start = System.nanoTime();
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
            null);
    String message;
    try (URLClassLoader classPath =
        new URLClassLoader(new URL[0], GenerateSpeed.class.getClassLoader())) {
      message = new Generation(request, classPath).run();
    }
    System.out.printf(
        Locale.ROOT,
        "%.2f\t%.2f\t%.2f\t%s%n",
        (System.nanoTime() - start) / 1e9,
        (threads.getCurrentThreadCpuTime() - thread) / 1e9,
        (system.getProcessCpuTime() - process) / 1e9,
        message);
  }
}
