package io.kinrow.maven;

import io.kinrow.migrate.diff.Squash;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the migrations up to a version as one baseline, such as <code>B7__baseline.sql</code>, for
 * new databases to start from.
 */
@Mojo(name = "squash", threadSafe = true)
public class SquashMojo extends MigrationsMojo {

  /** The last version to include. */
  @Parameter(property = "kinrow.to", defaultValue = "latest")
  String to = "latest";

  /** For Maven. */
  public SquashMojo() {}

  @Override
  Optional<String> insteadOfComparing() {
    return Optional.of("Write the baseline from a dump: pg_dump --schema-only");
  }

  @Override
  void run() {
    Squash squash = Squash.of(settings(), to);
    getLog().info("wrote " + squash.write(folder()));
    squash.rows().forEach((table, rows) -> getLog().info(rows + " rows of " + table));
  }
}
