package io.kinrow.maven.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The unpacked programs of one version. They run as this process does, but never as root. */
final class Programs {

  private static final long MOST_SECONDS = 120;

  /** A user namespace without a mapping, in which root is nobody and its files are nobody's too. */
  private static final List<String> AS_NOBODY = List.of("unshare", "-U");

  private final Path home;
  private final ServerLog log;
  private final List<String> prefix;

  /**
   * @param home where they are
   * @param log what they say
   */
  Programs(Path home, ServerLog log) {
    this.home = home;
    this.log = log;
    this.prefix = isRoot() ? AS_NOBODY : List.of();
    if (!prefix.isEmpty() && !canBeNobody()) {
      throw new PostgresException(
          "PostgreSQL refuses to run as root, and 'unshare -U', which would help, does not work here: run"
              + " the build as an ordinary user (docker run --user …), allow user namespaces"
              + " (docker run --security-opt seccomp=unconfined), or set <scratchUrl> to an empty"
              + " database of a server");
    }
  }

  /** By a file's owner: in a container, the user may have any name. */
  private static boolean isRoot() {
    try {
      Path file = Files.createTempFile("kinrow", ".tmp");
      try {
        return Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
      } catch (UnsupportedOperationException e) {
        return false;
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new PostgresException("the folder for temporary files cannot be used: " + e, e);
    }
  }

  private boolean canBeNobody() {
    try {
      return succeeds(builder(List.of("true")));
    } catch (PostgresException e) {
      return false;
    }
  }

  /** A program, to be started. */
  ProcessBuilder program(String name, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve(name).toAbsolutePath().toString());
    command.addAll(arguments);
    return builder(command);
  }

  /** Runs a program to its end; says whether all is well. */
  boolean run(String name, List<String> arguments) {
    return succeeds(program(name, arguments));
  }

  private ProcessBuilder builder(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all);
    // PGDATA, PGPORT, PGOPTIONS and the like are about the user's own server
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
  }

  private static boolean succeeds(ProcessBuilder builder) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      throw new PostgresException("PostgreSQL cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresException("interrupted while PostgreSQL was being started", e);
    }
  }
}
