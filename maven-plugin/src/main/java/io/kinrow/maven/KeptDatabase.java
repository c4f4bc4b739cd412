package io.kinrow.maven;

import io.kinrow.maven.files.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scratch database as the last run migrated it, to be migrated forward where nothing but
 * migrations behind it was added. The description beside it names the hash of its files: whatever a
 * killed build leaves of the two is not taken for a database.
 */
final class KeptDatabase {

  private final Engine engine;
  private final Path files;
  private final Path description;
  private final Optional<ScriptHistory> history;

  /**
   * @param work folder of our own
   * @param history what the migrations at hand are, unless they have to be run from the start
   */
  KeptDatabase(Engine engine, Path work, Optional<ScriptHistory> history) {
    this.engine = engine;
    this.files = engine.kept(work);
    this.description = work.resolve("migrated.txt");
    this.history = history;
  }

  /** Copies it to where nothing is, if all that it lacks are the latest migrations. */
  boolean copyTo(Path scratch) throws IOException {
    if (history.isEmpty() || !Files.exists(description) || !Files.exists(files)) {
      return false;
    }
    List<String> lines =
        new String(Files.readAllBytes(description), StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty()
        || !history.get().continues(lines.subList(1, lines.size()))
        || !lines.get(0).equals(engine.stamp(files))) {
      return false;
    }
    FileTree.copy(files, scratch);
    return true;
  }

  /** Keeps what was just migrated, which nobody has open. */
  void keep(Path scratch) throws IOException {
    forget();
    if (history.isEmpty() || FileTree.size(scratch) > engine.mostKept()) {
      return;
    }
    engine.keep(scratch, files);
    List<String> lines = new ArrayList<>();
    lines.add(engine.stamp(files));
    lines.addAll(history.get().lines());
    Path half = description.resolveSibling(description.getFileName() + ".part");
    Files.write(half, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    Files.move(half, description, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Keeps nothing. */
  void forget() throws IOException {
    Files.deleteIfExists(description);
    FileTree.delete(files);
  }
}
