package io.kinrow.benchmarks;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.SocketFactory;

/**
 * Counts how often a contender waits for the server: what it sends before it reads is one round
 * trip, however many statements it is.
 */
final class RoundTrips {

  /** Until statements are prepared on the server, and pools and caches are filled. */
  private static final int WARM = 30;

  private static final int COUNTED = 20;
  private static final AtomicLong TRIPS = new AtomicLong();

  private Object last = this;

  private RoundTrips() {}

  /** A result for each workload, whose clock is the number of round trips of an operation. */
  static List<Result> of(Contender contender, List<Workload> workloads) {
    List<Result> results = new ArrayList<>();
    PostgresServer.connectBy(Sockets.class);
    try {
      for (Workload workload : workloads) {
        double trips = new RoundTrips().count(contender, workload);
        results.add(new Result(name(workload.name()), contender, 1, trips, trips, 0));
      }
    } finally {
      PostgresServer.connectBy(null);
    }
    return results;
  }

  /** What the results of a workload are called. */
  static String name(String workload) {
    return workload + "_TRIPS";
  }

  private double count(Contender contender, Workload workload) {
    try (Fixture<?, ?> fixture = Fixture.open(contender)) {
      Consumer<Object> sink = value -> last = value;
      for (int i = 0; i < WARM; i++) {
        workload.run(fixture, sink);
      }
      long before = TRIPS.get();
      for (int i = 0; i < COUNTED; i++) {
        workload.run(fixture, sink);
      }
      return (TRIPS.get() - before) / (double) COUNTED;
    }
  }

  /** The driver's sockets, counted. */
  public static final class Sockets extends SocketFactory {

    /** For the driver, which finds the class by its name. */
    public Sockets() {}

    @Override
    public Socket createSocket() {
      return new CountedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return new Socket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return new Socket(host, port, local, localPort);
    }
  }

  private static final class CountedSocket extends Socket {

    private volatile boolean sent;

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
          sent = true;
          out.write(bytes, from, count);
        }
      };
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
          if (sent) {
            sent = false;
            TRIPS.incrementAndGet();
          }
          return in.read(bytes, from, count);
        }
      };
    }
  }
}
