package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line as its users run it: a process in a folder of its own. */
final class Cli {

  /** What a process left behind. */
  record Result(int code, String out, String err) {

    Result ok() {
      assertThat(err).isEmpty();
      assertThat(code).isZero();
      return this;
    }

    /** Done, with one line of warning on stderr. */
    Result warned(String... parts) {
      assertThat(err).startsWith("microblog: warning: ").contains(parts);
      assertThat(err.lines()).hasSize(1);
      assertThat(code).isZero();
      return this;
    }

    /** Done, with warnings or none. */
    Result warnedOrOk() {
      assertThat(err.lines()).allMatch(line -> line.startsWith("microblog: warning: "));
      assertThat(code).isZero();
      return this;
    }

    /** Refused: nothing on stdout, one line on stderr, exit code 1. */
    void refused(String... parts) {
      failed(1, parts);
    }

    /** Wrong usage: as refused, exit code 2. */
    void usage(String... parts) {
      failed(2, parts);
    }

    private void failed(int expected, String... parts) {
      assertThat(err).startsWith("microblog: ").contains(parts);
      assertThat(err.lines()).hasSize(1);
      assertThat(out).isEmpty();
      assertThat(code).isEqualTo(expected);
    }
  }

  private final Path folder;
  private final Map<String, String> environment;

  private Cli(Path folder) {
    this(folder, Map.of());
  }

  private Cli(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** In the same folder, with more environment variables. */
  Cli with(Map<String, String> variables) {
    return new Cli(folder, variables);
  }

  static Cli in(Path folder) {
    return new Cli(folder);
  }

  /** In a folder with a migrated, empty microblog.db. */
  static Cli migrated(Path folder) throws IOException {
    Files.copy(Template.EMPTY.file(), folder.resolve("microblog.db"));
    return new Cli(folder);
  }

  /** In a folder with a microblog.db of 12 users and 60 posts. */
  static Cli seeded(Path folder) throws IOException {
    Files.copy(Template.SEEDED.file(), folder.resolve("microblog.db"));
    return new Cli(folder);
  }

  Result run(String... arguments) throws Exception {
    return runWith("", arguments);
  }

  Result runWith(String input, String... arguments) throws Exception {
    List<String> command = Jvm.command();
    command.addAll(Arrays.asList(arguments));
    return process(folder, input, command, environment);
  }

  /** Runs a process to its end; files take its output, so that nothing blocks. */
  static Result process(Path folder, String input, List<String> command) throws Exception {
    return process(folder, input, command, Map.of());
  }

  private static Result process(
      Path folder, String input, List<String> command, Map<String, String> environment)
      throws Exception {
    Path out = Files.createTempFile("cli", ".out");
    Path err = Files.createTempFile("cli", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.environment().putAll(environment);
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // a process that does not read its input is none of our business
      }
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("%s ended", command).isTrue();
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
