package io.kinrow.migrate.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jetbrains.annotations.ApiStatus;

/**
 * Writes scripts the way a project names and encodes them; stateless.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class ScriptFiles {

  /** What stands beside a script whose text Flyway must not change. */
  public static final String AS_WRITTEN = "placeholderReplacement=false\n";

  private ScriptFiles() {}

  /**
   * Returns the files of a pair by name, the undo first: a V without its U is worse than the
   * reverse.
   */
  public static Map<String, String> pair(
      FlywaySettings settings, String version, String description, String migration, String undo) {
    ScriptNames names = settings.names();
    Map<String, String> files = new LinkedHashMap<>();
    put(files, settings, names.undo(version, description), undo);
    put(files, settings, names.migration(version, description), migration);
    return files;
  }

  /** Adds a script to files, and what it needs to be run as it is written. */
  public static void put(
      Map<String, String> files, FlywaySettings settings, String name, String script) {
    if (settings.replacesIn(script)) {
      // the schema's own text must not be taken for Flyway's placeholders
      files.put(name + ".conf", AS_WRITTEN);
    }
    files.put(name, script);
  }

  /**
   * Writes files, all or none, and gives them.
   *
   * @throws RefusedException when one already exists
   */
  public static List<Path> write(Path folder, Map<String, String> files, FlywaySettings settings) {
    for (String name : files.keySet()) {
      if (Files.exists(folder.resolve(name))) {
        throw RefusedException.because(folder.resolve(name) + " already exists");
      }
    }
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.writeString(
            path, file.getValue(), settings.encoding(), StandardOpenOption.CREATE_NEW);
        written.add(path);
      }
      return List.copyOf(written);
    } catch (IOException e) {
      written.forEach(ScriptFiles::deleteQuietly);
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // the first failure is the one to report
    }
  }
}
