package io.kinrow.blog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server on which packets can get lost, as at a firewall: connections stay open, and
 * nothing comes through any more.
 */
final class DroppingProxy implements AutoCloseable {

  /** How PostgreSQL's protocol says goodbye. */
  private static final int TERMINATE = 'X';

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int server;
  private final List<Way> ways = new CopyOnWriteArrayList<>();
  private final Set<Way> asked = ConcurrentHashMap.newKeySet();
  private volatile boolean dropsNew;

  DroppingProxy(int server) throws IOException {
    this.server = server;
    daemon(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Drops what is sent on the connections that are open now; new ones work. */
  void dropOpen() {
    ways.forEach(way -> way.dropped = true);
  }

  /** Drops what is sent on new connections too. */
  void dropAll() {
    dropsNew = true;
    dropOpen();
  }

  /** On how many dropped connections something was sent, apart from a goodbye. */
  int asked() {
    return asked.size();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Way way = new Way(listening.accept(), new Socket(listening.getInetAddress(), server));
        way.dropped = dropsNew;
        ways.add(way);
        daemon(() -> way.pump(way.client, way.backend, true));
        daemon(() -> way.pump(way.backend, way.client, false));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private final class Way {
    final Socket client;
    final Socket backend;
    volatile boolean dropped;

    Way(Socket client, Socket backend) {
      this.client = client;
      this.backend = backend;
    }

    void pump(Socket from, Socket to, boolean toServer) {
      byte[] bytes = new byte[8192];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          if (!dropped) {
            out.write(bytes, 0, read);
          } else if (toServer && bytes[0] != TERMINATE) {
            asked.add(this);
          }
        }
        if (!dropped) {
          to.close();
        }
      } catch (IOException e) {
        // one side is gone
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Way way : ways) {
      way.client.close();
      way.backend.close();
    }
  }
}
