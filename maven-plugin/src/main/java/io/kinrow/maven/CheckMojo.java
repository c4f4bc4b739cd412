package io.kinrow.maven;

import io.kinrow.migrate.drift.Drift;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares a live database with its migrations, and the migrations with the desired schema if there
 * is one. Fails the build if anything differs.
 */
@Mojo(name = "check", threadSafe = true)
public class CheckMojo extends MigrationsMojo {

  /** JDBC URL of the database. Required. */
  @Parameter(property = "kinrow.url")
  @Nullable String url;

  /** For Maven. */
  public CheckMojo() {}

  @Override
  Optional<String> insteadOfComparing() {
    return Optional.of(
        "flyway:validate compares the scripts with the history of a database; whether its schema was changed by hand is not checked");
  }

  @Override
  void run() throws MojoFailureException {
    if (url == null || url.isBlank()) {
      throw new IllegalArgumentException(
          "there is no database to check. Name one: -Dkinrow.url=jdbc:sqlite:blog.db");
    }
    Drift drift = Drift.check(url, Files.exists(desired()) ? desired() : null, settings());
    drift.pending().forEach(script -> getLog().info("pending: " + script));
    drift.notes().forEach(note -> getLog().warn(note));
    drift.fromMigrations().forEach(d -> getLog().error("changed by hand: " + d));
    drift.fromDesired().forEach(d -> getLog().error("not in any migration yet: " + d));
    if (drift.isFound()) {
      int differences = drift.fromMigrations().size() + drift.fromDesired().size();
      throw new MojoFailureException("Kinrow: " + differences + " differences, see above");
    }
    getLog().info("No drift, at version " + drift.version());
  }
}
