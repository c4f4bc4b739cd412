package io.kinrow.maven;

import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.ProjectScripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes the current schema as the desired one: the schema that the migrations give or, with <code>
 * kinrow.url</code>, that of a live SQLite database.
 */
@Mojo(name = "desired", threadSafe = true)
public class DesiredMojo extends DatabaseMojo {

  /** For Maven. */
  public DesiredMojo() {}

  @Override
  Optional<String> insteadOfComparing() {
    return Optional.of("Leave desired.sql out, and write migrations by hand");
  }

  @Override
  void run() {
    if (Files.exists(desired())) {
      throw new IllegalArgumentException(
          desired() + " already exists. Remove it, or name another file: -Dkinrow.desired=…");
    }
    Schema schema = url == null ? migrated() : Schema.ofDatabase(url, settings());
    try {
      Files.writeString(desired(), schema.ddl());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    getLog().info("wrote " + desired());
  }

  private Schema migrated() {
    new ProjectScripts(settings()).refuseNone();
    return Schema.ofMigrations(settings());
  }
}
