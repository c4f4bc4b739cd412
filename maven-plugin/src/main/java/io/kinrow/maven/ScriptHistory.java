package io.kinrow.maven;

import io.kinrow.maven.files.Fingerprint;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ScriptNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The scripts that make a scratch database, and all else that it depends on, as lines of text: to
 * tell whether another run's database lacks nothing but the latest migrations. There is a history
 * only where that can be told: where each script runs once, in the order of versions, and leaves
 * nothing to the next but what is in the database.
 */
final class ScriptHistory {

  private final String surroundings;
  private final ScriptNames names;
  private final Map<String, String> hashes = new TreeMap<>();

  private ScriptHistory(String surroundings, ScriptNames names) {
    this.surroundings = surroundings;
    this.names = names;
  }

  /**
   * The history of a project.
   *
   * @param surroundings what else the database depends on: settings, places, versions
   * @param beyond what a script says that leaves the next one more than the database
   * @param places the files of each place, by relative path
   */
  static Optional<ScriptHistory> of(
      FlywaySettings settings,
      String surroundings,
      Pattern beyond,
      Map<String, Map<String, byte[]>> places) {
    if (!settings.runsScriptsAlone() || beyond.matcher(settings.toString()).find()) {
      return Optional.empty();
    }
    ScriptHistory history = new ScriptHistory(surroundings, settings.names());
    for (Map.Entry<String, Map<String, byte[]>> place : places.entrySet()) {
      for (Map.Entry<String, byte[]> file : place.getValue().entrySet()) {
        String name = file.getKey();
        if (history.concernsFlyway(name)) {
          if (history.version(name).isEmpty() || beyond.matcher(text(file.getValue())).find()) {
            return Optional.empty();
          }
          String hash = new Fingerprint().add(name, file.getValue()).value();
          history.hashes.put(place.getKey() + "/" + name, hash);
        }
      }
    }
    return Optional.of(history);
  }

  /** A script, the settings of one, or a Java migration. */
  private boolean concernsFlyway(String name) {
    return names.isScript(name) || name.endsWith(".conf") || name.endsWith(".class");
  }

  /** Legible as far as it is ASCII, in whatever encoding. */
  private static String text(byte[] script) {
    return new String(script, StandardCharsets.ISO_8859_1).replace("\0", "");
  }

  /** Of a versioned migration or its undo. Anything else has no place in a history. */
  private Optional<MigrationVersion> version(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<String> version = names.version(name).or(() -> names.undoVersion(name));
    try {
      return version.map(MigrationVersion::fromVersion);
    } catch (FlywayException e) {
      return Optional.empty();
    }
  }

  /** What {@link #continues} takes. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(surroundings);
    hashes.forEach((script, hash) -> lines.add(hash + " " + script));
    return lines;
  }

  /** Whether this is another run's history with migrations behind it, or without any. */
  boolean continues(List<String> earlier) {
    List<String> lines = lines();
    Set<String> added = new HashSet<>(lines);
    earlier.forEach(added::remove);
    if (earlier.isEmpty() || added.size() != lines.size() - earlier.size()) {
      return false;
    }
    Optional<MigrationVersion> last =
        lines.stream()
            .skip(1)
            .filter(line -> !added.contains(line))
            .map(this::versionIn)
            .max(MigrationVersion::compareTo);
    return last.isPresent()
        && !added.contains(surroundings)
        && added.stream().allMatch(line -> versionIn(line).compareTo(last.get()) > 0);
  }

  private MigrationVersion versionIn(String line) {
    return version(line).orElseThrow();
  }
}
