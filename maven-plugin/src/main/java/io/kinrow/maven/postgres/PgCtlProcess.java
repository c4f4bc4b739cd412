package io.kinrow.maven.postgres;

import java.nio.file.Path;
import java.util.List;

/**
 * A server that was started with {@code pg_ctl}, where there is no shell to guard it: it outlives a
 * process that is killed, until the next build stops it.
 */
final class PgCtlProcess implements ServerProcess {

  private final Programs programs;
  private final String folder;
  private final Thread end = new Thread(this::stopAtOnce, "kinrow stops PostgreSQL");

  private PgCtlProcess(Programs programs, Path folder) {
    this.programs = programs;
    this.folder = "--pgdata=" + folder.toAbsolutePath();
  }

  /** Starts a server; whether it failed shows in that it is not alive. */
  static PgCtlProcess start(Programs programs, Path folder, List<String> arguments, ServerLog log) {
    PgCtlProcess process = new PgCtlProcess(programs, folder);
    Runtime.getRuntime().addShutdownHook(process.end);
    programs.run(
        "pg_ctl",
        List.of(
            "start",
            "--wait",
            process.folder,
            "--log=" + log.file().toAbsolutePath(),
            "--options=" + String.join(" ", arguments)));
    return process;
  }

  /** Stops what a process that was killed has left in a folder. */
  static void stopLeftover(Programs programs, Path folder) {
    new PgCtlProcess(programs, folder).stopAtOnce();
  }

  @Override
  public boolean isAlive() {
    return programs.run("pg_ctl", List.of("status", folder));
  }

  @Override
  public boolean stop() {
    Runtime.getRuntime().removeShutdownHook(end);
    boolean isDone = programs.run("pg_ctl", List.of("stop", "--wait", "--mode=fast", folder));
    if (!isDone) {
      stopAtOnce();
    }
    return isDone;
  }

  private void stopAtOnce() {
    programs.run("pg_ctl", List.of("stop", "--wait", "--mode=immediate", folder));
  }
}
