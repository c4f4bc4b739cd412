package io.kinrow.maven;

import io.kinrow.migrate.diff.RefusedException;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** A goal over a folder of migrations: what it refuses is a failure of the build in one message. */
abstract class MigrationsMojo extends AbstractMojo {

  /** The folder of the migrations. */
  @Parameter(
      property = "kinrow.migrations",
      defaultValue = "${project.basedir}/src/main/resources/db/migration")
  @Nullable File folder;

  /** The file or folder of the desired schema, as <code>CREATE</code> statements. */
  @Parameter(property = "kinrow.desired", defaultValue = "${project.basedir}/desired.sql")
  @Nullable File desired;

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
    // the library's own scratch databases start Flyway without naming a log
    LogFactory.setFallbackLogCreator(new FlywayWarnings());
    try {
      run();
    } catch (RefusedException | FlywayException | IllegalArgumentException e) {
      throw new MojoFailureException("Kinrow: " + inMavensWords(e.getMessage()), e);
    }
  }

  /** A message of the library, which names the options of the command line, as the goal's own. */
  static String inMavensWords(@Nullable String message) {
    return String.valueOf(message)
        .replace("--rename-table ", "-Dkinrow.renameTable=")
        .replace("--rename ", "-Dkinrow.rename=")
        .replace("--fill ", "-Dkinrow.fill=")
        .replace("--keep-data", "-Dkinrow.keepData");
  }

  /**
   * Does the goal's work.
   *
   * @throws MojoFailureException if it found what must fail the build
   */
  abstract void run() throws MojoFailureException;
}
