package io.kinrow.maven;

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
 * migrations behind it was added. The description beside it names the hash of the file: whatever a
 * killed build leaves of the two is not taken for a database.
 */
final class KeptDatabase {

  /** A larger one, which has rows, is not worth the disk space. */
  private static final long MOST_BYTES = 64L << 20;

  private final Path file;
  private final Path description;
  private final Optional<ScriptHistory> history;

  /**
   * @param work folder of our own
   * @param history what the migrations at hand are, unless they have to be run from the start
   */
  KeptDatabase(Path work, Optional<ScriptHistory> history) {
    this.file = work.resolve("migrated.db");
    this.description = work.resolve("migrated.txt");
    this.history = history;
  }

  /** Puts a copy of it into a file, if all that is missing there are the latest migrations. */
  boolean copyTo(Path scratch) throws IOException {
    if (history.isEmpty() || !Files.exists(description) || !Files.exists(file)) {
      return false;
    }
    List<String> lines =
        new String(Files.readAllBytes(description), StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !history.get().continues(lines.subList(1, lines.size()))) {
      return false;
    }
    byte[] database = Files.readAllBytes(file);
    if (!lines.get(0).equals(hash(database))) {
      return false;
    }
    Files.write(scratch, database);
    return true;
  }

  /** Keeps a copy of what was just migrated, which nobody has open. */
  void keep(Path scratch) throws IOException {
    Files.deleteIfExists(description);
    if (history.isEmpty() || Files.size(scratch) > MOST_BYTES || hasLogs(scratch)) {
      Files.deleteIfExists(file);
      return;
    }
    byte[] database = Files.readAllBytes(scratch);
    List<String> lines = new ArrayList<>();
    lines.add(hash(database));
    lines.addAll(history.get().lines());
    replace(file, database);
    replace(description, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".part");
    Files.write(half, content);
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean hasLogs(Path database) {
    return ScratchDatabase.logs(database).stream().anyMatch(Files::exists);
  }

  private static String hash(byte[] database) {
    return new Fingerprint().add("database", database).value();
  }
}
