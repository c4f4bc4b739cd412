package io.kinrow.maven;

import io.kinrow.migrate.diff.Squash;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the migrations up to a version as one baseline, such as <code>B7__baseline.sql</code>, for
 * new databases to start from. With <code>kinrow.engine</code>, the migrations run on a PostgreSQL
 * server that the goal starts, or on the one of <code>kinrow.scratchUrl</code>.
 */
@Mojo(name = "squash", threadSafe = true)
public class SquashMojo extends ServerMojo {

  /** The last version to include. */
  @Parameter(property = "kinrow.to", defaultValue = "latest")
  String to = "latest";

  /** For Maven. */
  public SquashMojo() {}

  @Override
  void run() {
    Squash squash = isOnServer() ? onServer(this::squash) : Squash.of(settings(), to);
    getLog().info("wrote " + squash.write(folder()));
    squash.rows().forEach((table, rows) -> getLog().info(rows + " rows of " + table));
  }

  private Squash squash(Login login) {
    String name = login.user() == null ? "" : login.user();
    String secret = login.password() == null ? "" : login.password();
    return Squash.of(settings(), to, login.url(), name, secret);
  }
}
