package io.kinrow.maven.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that accepts connections.
 *
 * @param port where it listens
 */
record Launch(ServerProcess process, int port) {

  static final String HOST = "127.0.0.1";

  /** What {@code postmaster.pid} tells in its eighth line once connections are accepted. */
  private static final String READY = "ready";

  private static final int STATE_LINE = 7;
  private static final int MOST_PORTS = 5;
  private static final long MOST_NANOS = 60_000_000_000L;
  private static final long PAUSE_MILLIS = 10;

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=" + HOST,
          "unix_socket_directories=",
          // a power failure may spoil what is to be thrown away
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          // publications are warned of without it, and logical slots refused
          "wal_level=logical",
          "min_wal_size=2MB",
          "max_wal_size=64MB",
          // a large schema may be made in one transaction
          "max_locks_per_transaction=256",
          "autovacuum=off",
          "jit=off");

  /** Starts a server; on another port, if the first is taken in the meantime. */
  static Launch of(Programs programs, Path folder, ServerLog log, boolean isGuarded)
      throws IOException {
    for (int tries = 1; ; tries++) {
      int port = freePort();
      List<String> arguments = arguments(folder, port, isGuarded);
      ServerProcess process =
          isGuarded
              ? GuardedProcess.start(programs, arguments)
              : PgCtlProcess.start(programs, folder, arguments, log);
      if (becomesReady(process, folder)) {
        return new Launch(process, port);
      }
      process.stop();
      if (!log.mentions("Address already in use") || tries == MOST_PORTS) {
        throw new PostgresException("PostgreSQL did not start: " + log.tail());
      }
      log.clear();
    }
  }

  @SuppressWarnings("AddressSelection") // it is an address already
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }

  private static List<String> arguments(Path folder, int port, boolean isGuarded) {
    List<String> arguments = new ArrayList<>(List.of("-p", String.valueOf(port)));
    if (isGuarded) {
      arguments.addAll(List.of("-D", folder.toAbsolutePath().toString()));
    }
    for (String setting : SETTINGS) {
      arguments.addAll(List.of("-c", setting));
    }
    return arguments;
  }

  private static boolean becomesReady(ServerProcess process, Path folder) throws IOException {
    long end = System.nanoTime() + MOST_NANOS;
    while (System.nanoTime() < end) {
      if (isReady(folder)) {
        return true;
      }
      if (!process.isAlive()) {
        return false;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static boolean isReady(Path folder) throws IOException {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
      return lines.size() > STATE_LINE && lines.get(STATE_LINE).startsWith(READY);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
