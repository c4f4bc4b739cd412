package io.kinrow.maven;

import io.kinrow.maven.postgres.Binaries;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.verify.VerifyReport;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Proves each undo script on scratch databases: with <code>kinrow.url</code> on copies of that
 * database, which is only read, otherwise on an empty SQLite database or, with <code>kinrow.engine
 * </code>, on a PostgreSQL server that the goal starts. Fails the build if a proof fails.
 */
@Mojo(name = "verify", threadSafe = true)
public class VerifyMojo extends DatabaseMojo {

  /**
   * JDBC URL of an empty database that may be overwritten, for databases that cannot be copied,
   * such as PostgreSQL. <code>kinrow.user</code> and <code>kinrow.password</code> then belong to
   * it.
   */
  @Parameter(property = "kinrow.scratchUrl")
  @Nullable String scratchUrl;

  /** The major version of a server that the goal starts itself; the default is the newest. */
  @Parameter(property = "kinrow.engineVersion")
  @Nullable String engineVersion;

  /**
   * The schemas that <code>kinrow:generate</code> generates from. Flyway makes those that no script
   * makes, unless its own setting names others.
   */
  @Parameter List<String> schemas = List.of();

  @Parameter(defaultValue = "${project.build.directory}/kinrow/verify", readonly = true)
  @Nullable File work;

  @Parameter(defaultValue = "${session}", readonly = true)
  private @Nullable MavenSession session;

  @Inject private @Nullable RepositorySystem repositories;

  /** Where PostgreSQL comes from. */
  Binaries.Artifacts artifacts =
      (artifact, version) -> MavenArtifacts.of(repositories, session).jar(artifact, version);

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
    if (scratchUrl != null) {
      Login login = new Login(scratchUrl, user, password);
      EngineName.choose(engine, engineVersion, login, binaries()).check(schemas);
      return verify(login);
    }
    Engine own = EngineName.choose(engine, engineVersion, null, binaries());
    own.check(schemas);
    if (!EngineName.of(engine).copiesDatabases()) {
      return onServer(own);
    }
    if (url == null) {
      url = "jdbc:sqlite::memory:";
    }
    return migrations().verify();
  }

  private VerifyReport onServer(Engine own) {
    if (url != null) {
      throw new IllegalArgumentException(
          "a database of <engine> %s cannot be copied, so the proofs are on an empty one: leave kinrow.url out"
              .formatted(engine));
    }
    Path scratch = own.scratch(Objects.requireNonNull(work).toPath());
    try {
      own.clear(scratch);
      OpenDatabase database = own.open(scratch);
      try {
        return verify(database.login());
      } finally {
        database.close();
        own.tidy(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private Binaries binaries() {
    return new Binaries(artifacts);
  }
}
