package io.kinrow.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Remembers the last run in one file: the fingerprint of its input, the fingerprint of what it
 * wrote, and the names of the files.
 */
final class GeneratedFiles {

  private final Path output;
  private final Path packageFolder;
  private final Path memory;

  GeneratedFiles(Path output, String packageName, Path work) {
    this.output = output;
    this.packageFolder = output.resolve(packageName.replace('.', '/'));
    this.memory = work.resolve("last-generation.txt");
  }

  /** Whether the last run had this input, and all that it wrote is there as it wrote it. */
  boolean areCurrent(String input) throws IOException {
    List<String> lines = remembered();
    return lines.size() > 2
        && lines.get(0).equals(input)
        && lines.get(1).equals(fingerprint(names()))
        && lines.subList(2, lines.size()).equals(names());
  }

  /** Forgets the last run, so that a run that fails half way is not taken for done. */
  List<String> forget() throws IOException {
    List<String> lines = remembered();
    Files.deleteIfExists(memory);
    return lines.size() > 2 ? lines.subList(2, lines.size()) : List.of();
  }

  /**
   * Remembers this run, and deletes what an earlier one wrote elsewhere. All files become new, also
   * those that jOOQ left as they were: javac has to see them with the annotation processor of
   * today.
   */
  void remember(String input, List<String> earlier) throws IOException {
    List<String> names = names();
    FileTime now = FileTime.from(Instant.now());
    for (String name : names) {
      Files.setLastModifiedTime(output.resolve(name), now);
    }
    for (String name : earlier) {
      if (!names.contains(name)) {
        deleteWithEmptyFolders(output.resolve(name));
      }
    }
    List<String> lines = new ArrayList<>(List.of(input, fingerprint(names)));
    lines.addAll(names);
    Files.createDirectories(memory.getParent());
    Files.write(memory, lines);
  }

  int count() throws IOException {
    return names().size();
  }

  private void deleteWithEmptyFolders(Path file) throws IOException {
    Files.deleteIfExists(file);
    for (Path folder = file.getParent();
        folder != null && folder.startsWith(output) && !folder.equals(output) && isEmpty(folder);
        folder = folder.getParent()) {
      Files.deleteIfExists(folder);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return !Files.exists(folder);
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  private List<String> remembered() throws IOException {
    return Files.exists(memory) ? Files.readAllLines(memory) : List.of();
  }

  private List<String> names() throws IOException {
    if (!Files.isDirectory(packageFolder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(packageFolder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> output.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private String fingerprint(List<String> names) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    for (String name : names) {
      fingerprint.add(name, Files.readAllBytes(output.resolve(name)));
    }
    return fingerprint.value();
  }
}
