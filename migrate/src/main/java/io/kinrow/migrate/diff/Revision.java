package io.kinrow.migrate.diff;

import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.ScriptFiles;
import io.kinrow.migrate.settings.ScriptNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The place of a new migration: its folder, version and name. Immutable.
 *
 * <pre>{@code
 * Revision revision = Revision.next(Path.of("db/migration"), "add posts language");
 * List<Path> written = revision.write(diff);   // V5__add_posts_language.sql and its U
 * }</pre>
 *
 * @param folder the folder of the migrations
 * @param version its version, as written in file names
 * @param description its description, as written in file names
 * @param settings how the project names and encodes its scripts
 */
public record Revision(Path folder, String version, String description, FlywaySettings settings) {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final Pattern LAST_NUMBER = Pattern.compile("^(.*?)([0-9]+)$");

  /**
   * Returns the revision after the last one in a folder, or version 1, with Flyway's default
   * naming.
   *
   * @throws RefusedException if the description contains no letter or digit
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static Revision next(Path folder, String description) {
    return next(folder, description, FlywaySettings.defaults());
  }

  /** Returns the same, named according to a project's settings. */
  public static Revision next(Path folder, String description, FlywaySettings settings) {
    String version = last(folder, settings).map(Revision::after).orElse("1");
    return of(folder, version, description, settings);
  }

  /**
   * Returns a revision with a version of your choice.
   *
   * @throws RefusedException if the folder already has the version, or if it is not a version
   */
  public static Revision of(Path folder, String version, String description) {
    return of(folder, version, description, FlywaySettings.defaults());
  }

  /** Returns the same, named according to a project's settings. */
  public static Revision of(
      Path folder, String version, String description, FlywaySettings settings) {
    String name =
        description
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_+|_+$", "");
    if (name.isEmpty()) {
      throw new RefusedException(
          List.of("A migration needs a description, as in -m \"add posts language\""));
    }
    if (!version.matches("[0-9]++(?:[._][0-9]++)*+")) {
      throw new RefusedException(
          List.of("\"" + version + "\" is not a version: write 7, 7.1 or 2026.01.31"));
    }
    MigrationVersion wanted = MigrationVersion.fromVersion(version);
    for (String there : versions(folder, settings)) {
      if (MigrationVersion.fromVersion(there).equals(wanted)) {
        throw new RefusedException(
            List.of(folder + " already has a migration with version " + version));
      }
    }
    return new Revision(folder, version, name, settings);
  }

  /**
   * Returns a revision whose version is chosen by a setting.
   *
   * @param version {@code next} for the version after the last one, {@code timestamp} for the time
   *     in UTC ({@code 20260131235959}), which rarely collides between branches, or a version of
   *     your choice
   * @throws RefusedException like {@link #of}
   */
  public static Revision choose(
      Path folder, String version, String description, FlywaySettings settings) {
    return switch (version) {
      case "next" -> next(folder, description, settings);
      case "timestamp" -> stamped(folder, description, settings, Clock.systemUTC());
      default -> of(folder, version, description, settings);
    };
  }

  /** Where a clock went back, or a version lies in the future: the one after the last. */
  static Revision stamped(Path folder, String description, FlywaySettings settings, Clock clock) {
    String now = LocalDateTime.now(clock).format(STAMP);
    MigrationVersion stamp = MigrationVersion.fromVersion(now);
    return last(folder, settings)
        .filter(last -> MigrationVersion.fromVersion(last).compareTo(stamp) >= 0)
        .map(last -> of(folder, after(last), description, settings))
        .orElseGet(() -> of(folder, now, description, settings));
  }

  /** Returns the files that {@link #write} writes, with their contents. */
  public Map<Path, String> files(SchemaDiff diff) {
    Map<Path, String> files = new LinkedHashMap<>();
    named(diff).forEach((file, text) -> files.put(folder.resolve(file), text));
    return files;
  }

  private Map<String, String> named(SchemaDiff diff) {
    return ScriptFiles.pair(settings, version, description, diff.migration(), diff.undo());
  }

  /**
   * Writes the scripts and returns the files that were written.
   *
   * @throws RefusedException if nothing differs, or if a file already exists
   * @throws UncheckedIOException if a file cannot be written
   */
  public List<Path> write(SchemaDiff diff) {
    if (diff.isEmpty()) {
      throw new RefusedException(
          List.of("There are no differences, so there is no migration to write"));
    }
    return ScriptFiles.write(folder, named(diff), settings);
  }

  private static Optional<String> last(Path folder, FlywaySettings settings) {
    return versions(folder, settings).stream()
        .max(Comparator.comparing(MigrationVersion::fromVersion));
  }

  /** 7 → 8, 007 → 008, 1.2 → 1.3. */
  private static String after(String version) {
    Matcher number = LAST_NUMBER.matcher(version);
    if (!number.matches()) {
      return version + "1";
    }
    String next = new BigInteger(number.group(2)).add(BigInteger.ONE).toString();
    String zeros = "0".repeat(Math.max(0, number.group(2).length() - next.length()));
    return number.group(1) + zeros + next;
  }

  private static List<String> versions(Path folder, FlywaySettings settings) {
    ScriptNames names = settings.names();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.flatMap(file -> names.version(file.getFileName().toString()).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
