package io.kinrow.designer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.designer.server.RawHttp.Answer;
import io.kinrow.migrate.settings.RefusedException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check of a request, by what it refuses. */
class PageServerTest {

  private final AtomicInteger contacts = new AtomicInteger();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private PageServer server;

  @BeforeEach
  void start() {
    server = started();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PageServer started() {
    return PageServer.start(
        0,
        Map.of(
            "/api/state",
            Endpoint.get((version, fields) -> Reply.json(200, Map.of("is", "é"), "\"7\"")),
            "/api/edit",
            Endpoint.post(
                (version, fields) -> {
                  seen.add(version.orElse("none") + " " + fields.textOrEmpty("op"));
                  if (fields.isTrue("fails")) {
                    throw new IllegalStateException("broken");
                  }
                  return Reply.json(200, Map.of());
                })),
        Map.of("/", new PageFile("text/html; charset=utf-8", "<p>page")),
        contacts::incrementAndGet);
  }

  private String token() {
    return "X-Kinrow-Token: " + server.address().getFragment();
  }

  private Answer send(String... lines) throws Exception {
    return RawHttp.send(server.port(), "", lines);
  }

  private Answer post(String body, String... more) throws Exception {
    List<String> lines =
        new ArrayList<>(List.of("POST /api/edit HTTP/1.1", "Host: 127.0.0.1:PORT", token()));
    lines.addAll(List.of(more));
    lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
    return RawHttp.send(server.port(), body, lines.toArray(String[]::new));
  }

  @Test
  void servesThePage_toItsOwnAddress() throws Exception {
    Answer page = send("GET / HTTP/1.1", "Host: 127.0.0.1:PORT");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("<p>page");
    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(send("GET / HTTP/1.1", "Host: localhost:PORT").status()).isEqualTo(200);
    assertThat(contacts).hasValue(0);
    Answer state = send("GET /api/state HTTP/1.1", "Host: 127.0.0.1:PORT", token());
    assertThat(state.status()).isEqualTo(200);
    assertThat(state.body()).isEqualTo("{\"is\":\"é\"}");
    assertThat(state.header("ETag")).isEqualTo("\"7\"");
    assertThat(contacts).hasValue(1);
  }

  @Test
  void answersWithoutDelay_onAConnectionThatIsKept() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/state"))
            .header("X-Kinrow-Token", server.address().getFragment())
            .build();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 30; i++) {
      long start = System.nanoTime();
      client.send(request, HttpResponse.BodyHandlers.ofString());
      least = Math.min(least, System.nanoTime() - start);
    }
    assertThat(Duration.ofNanos(least)).isLessThan(Duration.ofMillis(25));
  }

  @Test
  void listensOnTheLoopbackInterfaceOnly() throws Exception {
    assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(each.getInetAddresses())) {
        if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
          assertThatThrownBy(
                  () -> {
                    try (Socket socket = new Socket()) {
                      socket.connect(new InetSocketAddress(address, server.port()), 2_000);
                    }
                  })
              .isInstanceOf(ConnectException.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: evil.example:PORT",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1:1",
        "Host: 127.0.0.1.evil.example:PORT",
        "Host: [::1]:PORT",
        "Host: ",
        "X-Other: none",
        "Host: 127.0.0.1:PORT\r\nHost: evil.example",
      })
  void refusesOtherHosts(String host) throws Exception {
    assertThat(send("GET / HTTP/1.1", host).status()).isEqualTo(421);
    assertThat(send("GET /api/state HTTP/1.1", host, token()).status()).isEqualTo(421);
    assertThat(contacts).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1",
        "Origin: http://localhost:PORT",
        "Origin: https://127.0.0.1:PORT",
        "Origin: http://127.0.0.1:PORT\r\nOrigin: http://evil.example",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site",
      })
  void refusesOtherSites(String header) throws Exception {
    assertThat(send("GET / HTTP/1.1", "Host: 127.0.0.1:PORT", header).status()).isEqualTo(403);
    assertThat(post("{}", "Content-Type: application/json", header).status()).isEqualTo(403);
    assertThat(seen).isEmpty();
  }

  @Test
  void takesRequestsOfThePageItself() throws Exception {
    Answer answer =
        post(
            "{\"op\":\"x\"}",
            "Content-Type: application/json",
            "Origin: http://127.0.0.1:PORT",
            "Sec-Fetch-Site: same-origin",
            "If-Match: \"3\"");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(seen).containsExactly("\"3\" x");
  }

  @Test
  void refusesRequestsWithoutTheToken() throws Exception {
    String host = "Host: 127.0.0.1:PORT";
    assertThat(send("GET /api/state HTTP/1.1", host).status()).isEqualTo(401);
    for (String wrong : List.of("", "x", token().substring(16) + "x", token().substring(16, 20))) {
      Answer answer = send("GET /api/state HTTP/1.1", host, "X-Kinrow-Token: " + wrong);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Kinrow");
    }
    assertThat(send("GET /api/state HTTP/1.1", host, token(), token()).status()).isEqualTo(401);
    assertThat(
            send("GET /api/state?token=" + server.address().getFragment() + " HTTP/1.1", host)
                .status())
        .isEqualTo(404);
    assertThat(contacts).hasValue(0);
  }

  /** It would have to be guessed. */
  @Test
  void hasAnotherTokenEachTime() {
    try (PageServer other = started()) {
      assertThat(other.address().getFragment())
          .hasSizeGreaterThan(40)
          .isNotEqualTo(server.address().getFragment());
      assertThat(other.port()).isNotEqualTo(server.port());
    }
  }

  /** The arguments of a program, such as a browser, are not secret. */
  @Test
  void takesAnInvitationOnce() throws Exception {
    String fragment = server.invitation().getFragment();
    assertThat(fragment).startsWith("once-").doesNotContain(server.address().getFragment());
    String host = "Host: 127.0.0.1:PORT";
    String key = "X-Kinrow-Token: " + fragment.substring("once-".length());
    String json = "Content-Type: application/json";
    String[] enter = {"POST /api/enter HTTP/1.1", host, key, json, "Content-Length: 2"};
    String[] withToken = {"POST /api/enter HTTP/1.1", host, token(), json, "Content-Length: 2"};
    assertThat(send("GET /api/state HTTP/1.1", host, key).status()).isEqualTo(401);
    assertThat(RawHttp.send(server.port(), "{}", withToken).status()).isEqualTo(401);
    Answer entered = RawHttp.send(server.port(), "{}", enter);
    assertThat(entered.body()).isEqualTo("{\"token\":\"" + server.address().getFragment() + "\"}");
    assertThat(RawHttp.send(server.port(), "{}", enter).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: application/json; charset=iso-8859-1",
        "Content-Type: application/jsonp",
        "X-Other: none",
      })
  void takesJsonOnly(String type) throws Exception {
    assertThat(post("{}", type).status()).isEqualTo(415);
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null", "{\"a\":1,\"a\":2}", "{} {}", "\u00e9", "7"})
  void refusesWhatIsNotAnObject(String body) throws Exception {
    Answer answer = post(body, "Content-Type: application/json; charset=utf-8");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("The request is not");
    assertThat(seen).isEmpty();
  }

  @Test
  void refusesOtherMethods() throws Exception {
    String host = "Host: 127.0.0.1:PORT";
    for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE", "GET", "HEAD", "QUERY")) {
      Answer answer = send(method + " /api/edit HTTP/1.1", host, token());
      assertThat(answer.status()).as(method).isEqualTo(405);
      assertThat(answer.header("Allow")).isEqualTo("POST");
    }
    assertThat(send("POST / HTTP/1.1", host, "Content-Length: 0").status()).isEqualTo(405);
    assertThat(send("POST /api/state HTTP/1.1", host, token(), "Content-Length: 0").status())
        .isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/./",
        "/index.html/../",
        "/api/state/",
        "/api/%73tate",
        "/api/state;x",
        "/api//state",
        "/API/STATE",
        "/?x",
        "/api/state?x=1",
        "http://127.0.0.1:PORT/api/state",
        "/META-INF/MANIFEST.MF",
      })
  void findsNothingElsewhere(String path) throws Exception {
    assertThat(send("GET " + path + " HTTP/1.1", "Host: 127.0.0.1:PORT", token()).status())
        .isEqualTo(404);
  }

  @Test
  void refusesLargeRequests() throws Exception {
    int port = server.port();
    String[] head = {
      "POST /api/edit HTTP/1.1", "Host: 127.0.0.1:PORT", token(), "Content-Type: application/json"
    };
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/edit"))
            .header("Content-Type", "application/json")
            .header("X-Kinrow-Token", server.address().getFragment());
    String large = "{\"op\":\"" + "x".repeat(PageServer.LIMIT) + "\"}";
    assertThat(
            client
                .send(
                    request.POST(HttpRequest.BodyPublishers.ofString(large)).build(),
                    HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(413);
    String[] claimed = Arrays.copyOf(head, 5);
    claimed[4] = "Content-Length: 99999999999";
    assertThat(RawHttp.send(port, "{", claimed).status()).isEqualTo(413);
    String[] chunked = Arrays.copyOf(head, 5);
    chunked[4] = "Transfer-Encoding: chunked";
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    assertThat(
            RawHttp.send(port, chunk.repeat(PageServer.LIMIT / 0x10000 + 1) + "0\r\n\r\n", chunked)
                .status())
        .isEqualTo(413);
    assertThat(seen).isEmpty();
  }

  @Test
  void sendsSafeHeaders_withEveryAnswer() throws Exception {
    String host = "Host: 127.0.0.1:PORT";
    List<Answer> answers =
        List.of(
            send("GET / HTTP/1.1", host),
            send("GET /api/state HTTP/1.1", host, token()),
            send("GET /no HTTP/1.1", host),
            send("GET /api/state HTTP/1.1", host),
            send("GET / HTTP/1.1", "Host: evil.example"));
    for (Answer answer : answers) {
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
          .doesNotContain("unsafe", "*");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
      assertThat(answer.head()).doesNotContainIgnoringCase("Access-Control-");
    }
  }

  @Test
  void answersAnError_andGoesOn() throws Exception {
    Answer answer = post("{\"fails\":true}", "Content-Type: application/json");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("This is a bug of Kinrow").doesNotContain("\tat ");
    assertThat(post("{}", "Content-Type: application/json").status()).isEqualTo(200);
  }

  @Test
  void refusesAPortInUse() {
    assertThatThrownBy(() -> PageServer.start(server.port(), Map.of(), Map.of(), () -> {}).close())
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll(
            "Port " + server.port() + " of 127.0.0.1 cannot be used", "--port");
  }

  @Test
  void isGone_whenItIsClosed() {
    server.close();
    assertThatThrownBy(() -> send("GET / HTTP/1.1", "Host: 127.0.0.1:PORT"))
        .isInstanceOf(ConnectException.class);
  }
}
