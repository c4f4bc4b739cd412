package io.kinrow.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server on this machine that all processes of a run share; its data folder is
 * deleted when it is closed.
 */
final class PostgresServer implements AutoCloseable {

  private static final String PORT = "kinrow.benchmarks.postgres";

  private static @Nullable Class<? extends SocketFactory> sockets;

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one, which this process uses from now on. */
  static PostgresServer start() throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("autovacuum", "off")
            .start();
    System.setProperty(PORT, String.valueOf(server.getPort()));
    return new PostgresServer(server);
  }

  /** Whether this process has to use a server. */
  static boolean isUsed() {
    return System.getProperty(PORT) != null;
  }

  /** What a process is given so that it uses the same server. */
  static List<String> options() {
    return isUsed() ? List.of("-D" + PORT + "=" + System.getProperty(PORT)) : List.of();
  }

  /** The URL of one of its databases. */
  static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + System.getProperty(PORT)
        + "/"
        + database
        + "?user=postgres"
        + (sockets == null ? "" : "&socketFactory=" + sockets.getName());
  }

  /** From now on, connections are opened with other sockets; null for the driver's own. */
  static void connectBy(@Nullable Class<? extends SocketFactory> factory) {
    sockets = factory;
  }

  @Override
  public void close() throws IOException {
    System.clearProperty(PORT);
    server.close();
  }
}
