package io.kinrow.maven.postgres;

/**
 * A PostgreSQL server for one build. It listens to this machine only, asks for a random password,
 * and ends with this process, even if that is killed. What it stores is not safe from power
 * failures, in exchange for speed.
 */
public final class EmbeddedServer implements AutoCloseable {

  private final Launch launch;
  private final String password;
  private boolean isStopped;
  private boolean isReusable;

  EmbeddedServer(Launch launch, String password) {
    this.launch = launch;
    this.password = password;
  }

  /** Returns the JDBC URL of the database {@code postgres}. */
  public String url() {
    return "jdbc:postgresql://%s:%d/postgres?sslmode=disable".formatted(Launch.HOST, launch.port());
  }

  /** Returns the name of the superuser. */
  public String user() {
    return Cluster.USER;
  }

  /** Returns the superuser's password. */
  public String password() {
    return password;
  }

  /** Returns whether it was stopped in good order, so that another can start in its folder. */
  public boolean isReusable() {
    return isReusable;
  }

  /** Stops the server and waits for its end. */
  @Override
  public void close() {
    if (!isStopped) {
      isStopped = true;
      isReusable = launch.process().stop();
    }
  }
}
