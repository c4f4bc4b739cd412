package io.kinrow.maven;

import io.kinrow.maven.postgres.Binaries;
import java.nio.file.Path;

/** PostgreSQL's programs, where the build of this module has put them for its tests. */
final class Artifacts {

  private static final Path FOLDER = Path.of("target/postgres").toAbsolutePath();

  static final Binaries.Artifacts OF_BUILD =
      (artifact, version) -> FOLDER.resolve(artifact + "-" + version + ".jar");

  static final Binaries BINARIES = new Binaries(OF_BUILD);

  private Artifacts() {}
}
