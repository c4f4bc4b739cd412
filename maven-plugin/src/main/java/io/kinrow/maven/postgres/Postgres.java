package io.kinrow.maven.postgres;

import io.kinrow.maven.files.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** A version of PostgreSQL, to be started on this machine. */
public final class Postgres {

  private final PostgresVersion version;
  private final Binaries binaries;
  private final ServerLog log;
  private final boolean isGuarded;

  /**
   * PostgreSQL for a build.
   *
   * @param log a file for what a server says, in a folder of the build's own
   */
  public Postgres(PostgresVersion version, Binaries binaries, Path log) {
    this(version, binaries, log, !Platform.current().isWindows());
  }

  /**
   * PostgreSQL for a build.
   *
   * @param isGuarded whether there is a shell to start servers under
   */
  Postgres(PostgresVersion version, Binaries binaries, Path log, boolean isGuarded) {
    this.version = version;
    this.binaries = binaries;
    this.log = new ServerLog(log);
    this.isGuarded = isGuarded;
  }

  /** Deletes the folder of a server, also of one that a build left when it was killed. */
  public void remove(Path folder) throws IOException {
    if (!isGuarded && new Cluster(folder).isInUse()) {
      PgCtlProcess.stopLeftover(programs(), folder);
    }
    FileTree.delete(folder);
  }

  /**
   * Starts a server.
   *
   * @param folder of its data: of a server of this version that was stopped in good order, or of
   *     nothing
   * @throws PostgresException if it does not start
   */
  public EmbeddedServer start(Path folder) {
    log.clear();
    Programs programs = programs();
    Cluster cluster = new Cluster(folder);
    try {
      if (!cluster.exists()) {
        remove(folder);
        cluster.create(version, programs, log);
      }
      return new EmbeddedServer(Launch.of(programs, folder, log, isGuarded), cluster.password());
    } catch (IOException e) {
      throw new PostgresException("PostgreSQL cannot be started in " + folder + ": " + e, e);
    }
  }

  private Programs programs() {
    Path work = Objects.requireNonNull(log.file().toAbsolutePath().getParent());
    return new Programs(binaries.home(version, work), log);
  }
}
