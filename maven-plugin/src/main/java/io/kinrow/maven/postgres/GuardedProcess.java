package io.kinrow.maven.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server under a shell that reads a pipe from this process. However this process ends, the pipe
 * ends with it, and the shell stops the server.
 */
final class GuardedProcess implements ServerProcess {

  /**
   * A line is a request to stop in good order, the end of the pipe an order to stop at once.
   * Signals that a terminal sends to all processes are for the build to react to.
   */
  private static final String GUARD =
      """
      trap '' HUP INT TERM
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      (
        if read -r request <&3; then kill -INT $server; fi
        cat <&3
        kill -QUIT $server
      ) >/dev/null 2>&1 &
      watcher=$!
      wait $server
      status=$?
      kill -KILL $watcher
      wait $watcher 2>/dev/null
      exit $status
      """;

  private static final long MOST_SECONDS = 60;

  private final Process process;

  private GuardedProcess(Process process) {
    this.process = process;
  }

  /** Starts a server. */
  static GuardedProcess start(Programs programs, List<String> arguments) throws IOException {
    ProcessBuilder server = programs.program("postgres", arguments);
    List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "kinrow"));
    command.addAll(server.command());
    return new GuardedProcess(server.command(command).start());
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public boolean stop() {
    boolean isDone = false;
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write("stop\n".getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
      isDone = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      // it has ended already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return isDone && process.exitValue() == 0;
  }
}
