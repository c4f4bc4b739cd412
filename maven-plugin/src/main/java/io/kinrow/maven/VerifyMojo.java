package io.kinrow.maven;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.verify.VerifyReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Proves each undo script on scratch databases: with <code>kinrow.url</code> on copies of that
 * database, which is only read, otherwise on an empty SQLite database or, with <code>kinrow.engine
 * </code>, on a PostgreSQL server that the goal starts. Fails the build if a proof fails.
 */
@Mojo(name = "verify", threadSafe = true)
public class VerifyMojo extends ServerMojo {

  /**
   * The schemas that <code>kinrow:generate</code> generates from. Flyway makes those that no script
   * makes, unless its own setting names others.
   */
  @Parameter List<String> schemas = List.of();

  /** For Maven. */
  public VerifyMojo() {}

  @Override
  void run() throws MojoFailureException {
    VerifyReport report = report();
    report.proofs().forEach(proof -> getLog().info(proof.toString()));
    if (!report.passed()) {
      throw new MojoFailureException(
          "Kinrow: " + report.failures().size() + " not proved, see above");
    }
  }

  private VerifyReport report() {
    if (scratchUrl == null && isOnServer() && url != null) {
      throw new IllegalArgumentException(
          "a database of <engine> %s cannot be copied, so the proofs are on an empty one: leave kinrow.url out"
              .formatted(engine));
    }
    if (isOnServer()) {
      return onServer(this::verify);
    }
    check(own());
    if (url == null) {
      url = "jdbc:sqlite::memory:";
    }
    return migrations().verify();
  }

  @Override
  void check(Engine used) {
    used.check(schemas);
  }

  private VerifyReport verify(Login login) {
    String name = login.user() == null ? "" : login.user();
    String secret = login.password() == null ? "" : login.password();
    FlywaySettings settings = withSchemas(settings(), login);
    return Migrations.of(login.url(), name, secret, settings).verify(login.url(), name, secret);
  }

  private FlywaySettings withSchemas(FlywaySettings settings, Login login) {
    if (settings.on(login.url(), login.user(), login.password()).getSchemas().length > 0) {
      return settings;
    }
    MigrationFiles files =
        new MigrationFiles(Path.of(""), VerifyMojo.class.getClassLoader(), settings.names());
    List<Map<String, byte[]>> scripts = new ArrayList<>();
    try {
      for (String location : settings.locations()) {
        scripts.add(files.callbacks(location));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> made = new FlywaySchemas(schemas).withoutThoseMadeIn(scripts).names();
    return made.isEmpty() ? settings : settings.with(Map.of("schemas", String.join(",", made)));
  }
}
