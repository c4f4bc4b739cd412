package io.kinrow.maven;

import io.kinrow.maven.files.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What jOOQ wrote. Remembers the last run in one file: the fingerprint of its input, which Kinrow
 * it was, the fingerprint of what it wrote, and the names of the files.
 */
final class GeneratedFiles {

  private static final String UNFINISHED = "unfinished";

  /** Input, code and output, before the names. */
  private static final int HEAD = 3;

  private final Path output;
  private final Path packageFolder;
  private final Path memory;
  private final Path queries;
  private final String code;

  /**
   * @param work folder of our own
   * @param code which Kinrow this is
   */
  GeneratedFiles(Path output, String packageName, Path work, String code) {
    this.code = code;
    this.output = output;
    this.packageFolder = output.resolve(packageName.replace('.', '/'));
    this.queries = packageFolder.resolve(QueryMemory.FILE);
    this.memory = work.resolve("last-generation.txt");
  }

  /** Whether the last run had this input, and all that it wrote is there as it wrote it. */
  boolean areCurrent(String input) throws IOException {
    List<String> lines = remembered();
    if (lines.size() <= HEAD || !lines.get(0).equals(input)) {
      return false;
    }
    List<String> names = names();
    return lines.subList(HEAD, lines.size()).equals(names)
        && lines.get(2).equals(fingerprint(names));
  }

  /**
   * Marks the last run, so that a run that fails half way is not taken for done; what it wrote and
   * which Kinrow it was is still known.
   */
  void begin() throws IOException {
    List<String> lines = remembered();
    if (!lines.isEmpty()) {
      lines.set(0, UNFINISHED);
      Files.write(memory, lines);
    }
  }

  /**
   * Remembers this run, and deletes what an earlier one wrote elsewhere. Files that jOOQ left as
   * they were keep their time, unless it was another Kinrow that wrote them: javac has to see them
   * with the annotation processor of today.
   */
  void remember(String input) throws IOException {
    List<String> earlier = remembered();
    List<String> names = names();
    if (earlier.size() <= HEAD || !earlier.get(1).equals(code)) {
      FileTime now = FileTime.from(Instant.now());
      for (String name : names) {
        Files.setLastModifiedTime(output.resolve(name), now);
      }
    }
    for (String name : earlier.subList(Math.min(HEAD, earlier.size()), earlier.size())) {
      if (!names.contains(name)) {
        deleteWithEmptyFolders(output.resolve(name));
      }
    }
    List<String> lines = new ArrayList<>(List.of(input, code, fingerprint(names)));
    lines.addAll(names);
    Files.createDirectories(memory.getParent());
    Files.write(memory, lines);
  }

  int count() throws IOException {
    return names().size();
  }

  private void deleteWithEmptyFolders(Path file) throws IOException {
    deleteWithEmptyFolders(file, output);
  }

  /** Deletes a file, and the folders below another one that are empty without it. */
  static void deleteWithEmptyFolders(Path file, Path output) throws IOException {
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
          .filter(file -> !file.equals(queries))
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
