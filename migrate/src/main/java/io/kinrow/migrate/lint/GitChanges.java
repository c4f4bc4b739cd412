package io.kinrow.migrate.lint;

import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks {@code git} which files of a folder are new or changed since the work parted from a ref. */
final class GitChanges {

  private final Path folder;

  private GitChanges(Path folder) {
    this.folder = folder;
  }

  /**
   * Files that differ from where this branch left the ref, committed or not, and new ones.
   *
   * @throws RefusedException when git is not there, or knows no such ref
   */
  static Set<Path> since(String ref, Path folder) {
    if (ref.isBlank() || ref.startsWith("-")) {
      throw RefusedException.because("'" + ref + "' is not the name of a Git commit");
    }
    GitChanges git = new GitChanges(folder);
    git.run("rev-parse", "--verify", "--quiet", ref + "^{commit}").orElseThrowNoCommit(ref, folder);
    Output base = git.run("merge-base", ref, "HEAD");
    String from = base.code() == 0 ? base.text().strip() : ref;
    Set<Path> changed = new HashSet<>();
    changed.addAll(git.files("diff", "--name-only", "-z", "--diff-filter=d", "--relative", from));
    changed.addAll(git.files("ls-files", "--others", "--exclude-standard", "-z"));
    return changed;
  }

  private List<Path> files(String... command) {
    Output output = run(command);
    if (output.code() != 0) {
      throw RefusedException.because("Git cannot compare " + folder + ": " + output.text().strip());
    }
    List<Path> files = new ArrayList<>();
    for (String name : output.text().split("\0", 0)) {
      if (!name.isEmpty()) {
        files.add(real(folder.resolve(name)));
      }
    }
    return files;
  }

  private record Output(int code, String text) {
    void orElseThrowNoCommit(String ref, Path folder) {
      if (code != 0) {
        throw RefusedException.because(
            "Git does not know a commit '"
                + ref
                + "' in "
                + folder
                + (text.isBlank() ? "" : ": " + text.strip())
                + "; a shallow clone may lack it (git fetch --unshallow)");
      }
    }
  }

  private Output run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    if (arguments[0].equals("diff")) {
      command.add("--");
    }
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(process.waitFor(), text);
    } catch (IOException e) {
      throw RefusedException.because("Git cannot be run in " + folder + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RefusedException.because("Interrupted while Git was running");
    }
  }

  /** Links followed, so that both sides name a file alike. */
  static Path real(Path file) {
    try {
      return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}
