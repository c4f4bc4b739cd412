package io.kinrow.maven;

import io.kinrow.maven.files.Fingerprint;
import io.kinrow.queries.facts.QueryFactsText;
import io.kinrow.runtime.internal.QueryFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The facts of declared queries as Java, and what is remembered of them between runs: on which
 * database they were checked, in which sources they were, and what was written where.
 */
final class QueryMemory {

  /** The name of the source. */
  static final String FILE = QueryFacts.CLASS + ".java";

  /** Database, sources, content and place, before the facts. */
  private static final int HEAD = 4;

  private static final String NONE = "none";

  private final Path output;
  private final Path file;
  private final Path memory;
  private final String packageName;

  QueryMemory(Path output, String packageName, Path work) {
    this.output = output;
    this.packageName = packageName;
    this.file = output.resolve(packageName.replace('.', '/')).resolve(FILE);
    this.memory = work.resolve("queries.txt");
  }

  /**
   * Whether these sources were found right on this database, and what was written is still there.
   */
  boolean areCurrent(String database, String sources) throws IOException {
    List<String> lines = lines();
    return lines.size() < HEAD
        ? sources.equals(NONE) && !Files.exists(file)
        : lines.get(0).equals(database)
            && lines.get(1).equals(sources)
            && lines.get(2).equals(content())
            && lines.get(3).equals(file.toString());
  }

  /** What identifies sources. */
  static String sources(Map<String, String> contents) {
    if (contents.isEmpty()) {
      return NONE;
    }
    Fingerprint fingerprint = new Fingerprint();
    contents.forEach(fingerprint::add);
    return fingerprint.value();
  }

  /** The facts of queries that were checked on this database, by text. */
  Map<String, String> facts(String database) throws IOException {
    List<String> lines = lines();
    Map<String, String> facts = new TreeMap<>();
    if (lines.size() > HEAD && lines.get(0).equals(database)) {
      for (int i = HEAD; i + 1 < lines.size(); i += 2) {
        facts.put(decoded(lines.get(i)), decoded(lines.get(i + 1)));
      }
    }
    return facts;
  }

  /**
   * Writes facts, where there are any.
   *
   * @param sources what identifies the sources; of another kind if they are not all right
   * @param files the annotations of files of named queries
   */
  void write(String database, String sources, Map<String, String> facts, List<String> files)
      throws IOException {
    List<String> before = lines();
    if (before.size() >= HEAD && !before.get(3).equals(file.toString())) {
      GeneratedFiles.deleteWithEmptyFolders(Path.of(before.get(3)), output);
    }
    if (facts.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      String source = QueryFactsText.source(packageName, facts.values(), files);
      if (!Files.exists(file) || !Files.readString(file).equals(source)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
      }
    }
    if (facts.isEmpty() && sources.equals(NONE)) {
      Files.deleteIfExists(memory);
      return;
    }
    List<String> lines = new ArrayList<>(List.of(database, sources, content(), file.toString()));
    facts.forEach(
        (text, fact) -> {
          lines.add(encoded(text));
          lines.add(encoded(fact));
        });
    Files.createDirectories(memory.getParent());
    Files.write(memory, lines);
  }

  private List<String> lines() throws IOException {
    return Files.exists(memory) ? Files.readAllLines(memory) : List.of();
  }

  private String content() throws IOException {
    return Files.exists(file)
        ? new Fingerprint().add(FILE, Files.readAllBytes(file)).value()
        : NONE;
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String line) {
    return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
  }
}
