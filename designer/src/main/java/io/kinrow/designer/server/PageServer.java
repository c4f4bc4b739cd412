package io.kinrow.designer.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kinrow.designer.json.Json;
import io.kinrow.designer.json.JsonFields;
import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Serves one page on 127.0.0.1. Endpoints may be called by several threads at once. */
public final class PageServer implements AutoCloseable {

  /** The most bytes that a request may have. */
  static final int LIMIT = 8 * 1024 * 1024;

  /** Where the page gets the token for an invitation. */
  static final String ENTER = "/api/enter";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int THREADS = 16;

  /**
   * Without it, the second packet of an answer waits 40 ms for the browser to have seen the first.
   */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final ExecutorService threads;
  private final AccessToken token = AccessToken.random();
  private final AccessToken invitation = AccessToken.random();
  private final RequestGuard guard;
  private final Map<String, Endpoint> endpoints;
  private final Map<String, PageFile> files;
  private final Runnable contact;

  private PageServer(
      HttpServer server,
      Map<String, Endpoint> endpoints,
      Map<String, PageFile> files,
      Runnable contact) {
    this.server = server;
    Map<String, Endpoint> all = new HashMap<>(endpoints);
    all.put(
        ENTER, Endpoint.post((version, fields) -> Reply.json(200, Map.of("token", token.text()))));
    this.endpoints = Map.copyOf(all);
    this.files = Map.copyOf(files);
    this.contact = contact;
    this.guard = new RequestGuard(port(), token, invitation, this.endpoints, this.files);
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "kinrow-designer");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts a server.
   *
   * @param port its port; 0 for any free one
   * @param contact is told of each request of the page that passes the checks
   * @throws RefusedException if the port is in use
   */
  public static PageServer start(
      int port, Map<String, Endpoint> endpoints, Map<String, PageFile> files, Runnable contact) {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
      PageServer server = new PageServer(HttpServer.create(address, 0), endpoints, files, contact);
      server.server.setExecutor(server.threads);
      server.server.createContext("/", server::handle);
      server.server.start();
      return server;
    } catch (BindException e) {
      throw RefusedException.because(
          "Port %d of 127.0.0.1 cannot be used (%s): choose another one with --port, or none for any free one"
              .formatted(port, e.getMessage()));
    } catch (IOException e) {
      throw RefusedException.because("The server cannot be started: " + e.getMessage());
    }
  }

  /** Returns its port. */
  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * Returns an address that can be opened once: for the arguments of a program, which other users
   * of this machine can see.
   */
  public URI invitation() {
    return URI.create("http://127.0.0.1:" + port() + "/#once-" + invitation.text());
  }

  /** Returns the address to open, with the token, which only the person who started it may see. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port() + "/#" + token.text());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, reply(exchange));
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    Optional<Reply> refusal = guard.refusal(exchange);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String path = exchange.getRequestURI().toString();
    PageFile file = files.get(path);
    if (file != null) {
      return new Reply(200, file.contentType(), Map.of(), file.text());
    }
    contact.run();
    return answer(exchange, Objects.requireNonNull(endpoints.get(path)));
  }

  private static Reply answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
    try {
      JsonFields fields = JsonFields.NONE;
      if (endpoint.method().equals("POST")) {
        byte[] body = body(exchange);
        if (body.length > LIMIT) {
          return Reply.problem(413, "The request is larger than " + LIMIT + " bytes");
        }
        fields = Json.read(text(body));
      }
      List<String> seen = exchange.getRequestHeaders().getOrDefault("If-Match", List.of());
      return endpoint.work().answer(seen.stream().findFirst(), fields);
    } catch (RefusedException e) {
      return Reply.problems(422, e.problems());
    } catch (RuntimeException e) {
      return Reply.problem(500, "This is a bug of Kinrow; please report it: " + e);
    }
  }

  /** At most one byte more than is allowed. */
  private static byte[] body(HttpExchange exchange) throws IOException {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    if (length != null && length.length() > 9) {
      return new byte[LIMIT + 1];
    }
    try (InputStream in = exchange.getRequestBody()) {
      return in.readNBytes(LIMIT + 1);
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw RefusedException.because("The request is not UTF-8");
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    RequestGuard.HEADERS.forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    boolean empty = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(reply.status(), empty ? -1 : body.length);
    if (!empty) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  /** Stops it, after the work that was begun has ended. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      var unused = threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
  }
}
