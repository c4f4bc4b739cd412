package io.kinrow.maven;

import io.kinrow.maven.postgres.Binaries;
import io.kinrow.maven.postgres.PostgresException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts as Maven finds those of plugins: in the local repository or, unless it is offline, in
 * the remote ones, with the mirrors, proxies and passwords of the user's settings.
 */
final class MavenArtifacts implements Binaries.Artifacts {

  private final RepositorySystem repositories;
  private final MavenSession session;

  MavenArtifacts(RepositorySystem repositories, MavenSession session) {
    this.repositories = repositories;
    this.session = session;
  }

  /** Those of what Maven has injected into a goal. */
  static MavenArtifacts of(
      @Nullable RepositorySystem repositories, @Nullable MavenSession session) {
    return new MavenArtifacts(
        Objects.requireNonNull(repositories), Objects.requireNonNull(session));
  }

  @Override
  public Path jar(String artifact, String version) {
    ArtifactRequest request =
        new ArtifactRequest(
            new DefaultArtifact(Binaries.GROUP, artifact, "jar", version),
            session.getCurrentProject().getRemotePluginRepositories(),
            null);
    try {
      return repositories
          .resolveArtifact(session.getRepositorySession(), request)
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw new PostgresException(
          "the PostgreSQL %s programs are not available: %s. %s"
              .formatted(
                  version,
                  e.getMessage(),
                  session.isOffline()
                      ? "Build once without --offline; after that, they are in the local repository"
                      : "Set <engineVersion> to another version, or <scratchUrl> to an empty database of a server"),
          e);
    }
  }
}
