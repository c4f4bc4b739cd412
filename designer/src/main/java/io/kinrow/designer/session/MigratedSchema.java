package io.kinrow.designer.session;

import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The schema that the migrations give; they run again only if one of their files has changed. */
final class MigratedSchema {

  private static final String FILESYSTEM = "filesystem:";

  private final FlywaySettings settings;
  private Map<Path, List<Object>> seen = Map.of();
  private @Nullable Schema schema;

  MigratedSchema(FlywaySettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the schema.
   *
   * @throws org.flywaydb.core.api.FlywayException if a migration fails
   */
  synchronized Schema get() {
    Map<Path, List<Object>> now = files();
    Schema known = schema;
    if (known == null || !now.equals(seen)) {
      known = Schema.ofMigrations(settings);
      schema = known;
      seen = now;
    }
    return known;
  }

  /** Returns whether the migrations would have to run again. */
  synchronized boolean isChanged() {
    return !files().equals(seen);
  }

  /** Returns a draft with a comment beside what is renamed on the way there from the migrations. */
  DesignDraft recordedIn(DesignDraft draft) {
    try {
      return draft.recording(
          RenameChain.between(get().catalog(), draft.catalog(), draft.allRenames()));
    } catch (RefusedException | FlywayException e) {
      // migrations that cannot be run are no reason not to save
      return draft;
    }
  }

  /** What changes when a file does. */
  private Map<Path, List<Object>> files() {
    Map<Path, List<Object>> files = new TreeMap<>();
    for (String location : settings.locations()) {
      Path folder = Path.of(location.replaceFirst("^" + FILESYSTEM, ""));
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> found = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
          files.put(file, List.of(Files.getLastModifiedTime(file), Files.size(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
