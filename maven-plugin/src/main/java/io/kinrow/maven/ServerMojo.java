package io.kinrow.maven;

import io.kinrow.maven.postgres.Binaries;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that works on scratch databases, also on those of a server that it starts. */
abstract class ServerMojo extends DatabaseMojo {

  /**
   * JDBC URL of an empty database that may be overwritten, on a PostgreSQL server on which the user
   * may create others. <code>kinrow.user</code> and <code>kinrow.password</code> then belong to it.
   */
  @Parameter(property = "kinrow.scratchUrl")
  @Nullable String scratchUrl;

  /** The major version of a server that the goal starts itself; the default is the newest. */
  @Parameter(property = "kinrow.engineVersion")
  @Nullable String engineVersion;

  @Parameter(defaultValue = "${project.build.directory}/kinrow/server", readonly = true)
  @Nullable File work;

  @Parameter(defaultValue = "${session}", readonly = true)
  private @Nullable MavenSession session;

  @Inject private @Nullable RepositorySystem repositories;

  /** Where PostgreSQL comes from. */
  Binaries.Artifacts artifacts =
      (artifact, version) -> MavenArtifacts.of(repositories, session).jar(artifact, version);

  /** Whether the goal's database is on a server: its own, or that of a URL. */
  final boolean isOnServer() {
    return scratchUrl != null || !EngineName.of(engine).copiesDatabases();
  }

  /**
   * Does work on an empty database of a server, which is stopped afterwards if the goal started it.
   */
  final <T> T onServer(Function<Login, T> work) {
    if (scratchUrl != null) {
      Login login = new Login(scratchUrl, user, password);
      check(EngineName.choose(engine, engineVersion, login, binaries()));
      return work.apply(login);
    }
    Engine own = own();
    check(own);
    Path scratch = own.scratch(Objects.requireNonNull(this.work).toPath());
    try {
      own.clear(scratch);
      OpenDatabase database = own.open(scratch);
      try {
        return work.apply(database.login());
      } finally {
        database.close();
        own.tidy(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses settings that do not fit the engine. */
  void check(Engine used) {}

  /** The engine that the goal starts, after a check of its version. */
  final Engine own() {
    return EngineName.choose(engine, engineVersion, null, binaries());
  }

  private Binaries binaries() {
    return new Binaries(artifacts);
  }
}
