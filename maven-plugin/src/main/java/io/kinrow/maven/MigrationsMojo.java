package io.kinrow.maven;

import io.kinrow.migrate.diff.RefusedException;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** A goal over a folder of migrations: what it refuses is a failure of the build in one message. */
abstract class MigrationsMojo extends AbstractMojo {

  /** The folder of the migrations. */
  @Parameter(
      property = "kinrow.migrations",
      defaultValue = "${project.basedir}/src/main/resources/db/migration")
  private @Nullable File folder;

  /** The file or folder of the desired schema, as <code>CREATE</code> statements. */
  @Parameter(property = "kinrow.desired", defaultValue = "${project.basedir}/desired.sql")
  private @Nullable File desired;

  final Path folder() {
    return Objects.requireNonNull(folder).toPath();
  }

  final String location() {
    return "filesystem:" + folder();
  }

  final Path desired() {
    return Objects.requireNonNull(desired).toPath();
  }

  @Override
  public final void execute() throws MojoFailureException {
    try {
      run();
    } catch (RefusedException | FlywayException | IllegalArgumentException e) {
      throw new MojoFailureException("Kinrow: " + e.getMessage(), e);
    }
  }

  /**
   * Does the goal's work.
   *
   * @throws MojoFailureException if it found what must fail the build
   */
  abstract void run() throws MojoFailureException;
}
