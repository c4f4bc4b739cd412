package io.kinrow.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.settings.RefusedException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's requests, from opening to writing, against a real server. */
class DesignServerTest {

  private static final String SQL = "CREATE TABLE a (id INTEGER PRIMARY KEY);\n";

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

  @TempDir Path folder;
  private Path desired;
  private DesignOptions options;

  @BeforeEach
  void project() throws Exception {
    desired = Files.writeString(folder.resolve("desired.sql"), SQL);
    Path migrations = Files.createDirectory(folder.resolve("migration"));
    Files.writeString(migrations.resolve("V1__a.sql"), SQL);
    options = DesignOptions.of(desired, migrations);
  }

  private DesignServer start() {
    return DesignServer.start(options, notices::add);
  }

  private HttpResponse<String> get(DesignServer server, String path) throws Exception {
    return send(server, path, HttpRequest.newBuilder());
  }

  private HttpResponse<String> post(DesignServer server, String path, String version, String json)
      throws Exception {
    return send(
        server,
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .header("If-Match", version)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> send(DesignServer server, String path, HttpRequest.Builder request)
      throws Exception {
    URI address = server.address();
    return client.send(
        request
            .uri(URI.create("http://127.0.0.1:" + address.getPort() + path))
            .header("X-Kinrow-Token", address.getFragment())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String add(String column) {
    return "{\"op\":\"addColumn\",\"table\":\"a\",\"column\":{\"name\":\""
        + column
        + "\",\"type\":\"TEXT\",\"nullable\":true}}";
  }

  @Test
  void servesThePage_withoutSecrets() throws Exception {
    try (DesignServer server = start()) {
      for (String path : List.of("/", "/page.js", "/page.css")) {
        HttpResponse<String> file = get(server, path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).doesNotContain(server.address().getFragment(), "innerHTML");
      }
      // nothing that the policy of the page would have to allow
      assertThat(get(server, "/").body())
          .doesNotContain("style=", "<style", " onclick", "https://")
          .containsOnlyOnce("<script type=\"module\" src=\"page.js\"></script>");
    }
  }

  @Test
  void draws_saves_andWritesTheMigration() throws Exception {
    try (DesignServer server = start()) {
      HttpResponse<String> state = get(server, "/api/state");
      String version = state.headers().firstValue("ETag").orElseThrow();
      assertThat(state.body()).contains("\"unsaved\":false", "\"name\":\"a\"");
      HttpResponse<String> edited = post(server, "/api/edit", version, add("x"));
      assertThat(edited.statusCode()).isEqualTo(200);
      assertThat(edited.body()).contains("\"unsaved\":true", "\"undoes\":\"\"");
      String review = get(server, "/api/review").body();
      assertThat(review)
          .contains("ALTER TABLE a ADD COLUMN x TEXT", "\"proof\":\"Both scripts were run");
      String next = edited.headers().firstValue("ETag").orElseThrow();
      String shown = review.replaceFirst("(?s).*\"migration\":(\".*?[^\\\\]\"),\"undo\".*", "$1");
      HttpResponse<String> written =
          post(
              server,
              "/api/migration",
              next,
              "{\"description\":\"add x\",\"shown\":" + shown + "}");
      assertThat(written.body()).contains("\"unsaved\":false", "V2__add_x.sql", "U2__add_x.sql");
      assertThat(folder.resolve("migration/V2__add_x.sql")).exists();
      assertThat(notices).anyMatch(n -> n.startsWith("Wrote ") && n.endsWith("V2__add_x.sql."));
    }
  }

  @Test
  void answers412_toAnOldVersion_andLeavesTheFile() throws Exception {
    try (DesignServer server = start()) {
      String version = get(server, "/api/state").headers().firstValue("ETag").orElseThrow();
      assertThat(post(server, "/api/edit", version, add("x")).statusCode()).isEqualTo(200);
      for (String path : List.of("/api/edit", "/api/save", "/api/reload", "/api/migration")) {
        String body = path.endsWith("edit") ? add("y") : "{\"shown\":\"\"}";
        for (String old : List.of(version, "\"0\"", "*", "")) {
          HttpResponse<String> answer = post(server, path, old, body);
          assertThat(answer.statusCode()).as("%s %s", path, old).isEqualTo(412);
          assertThat(answer.body()).contains("another window", "\"elsewhere\":false", "\"x\"");
        }
      }
      assertThat(Files.readString(desired)).isEqualTo(SQL);
    }
  }

  @Test
  void answers412_whenTheFileWasChangedElsewhere_andMerges() throws Exception {
    try (DesignServer server = start()) {
      String version = get(server, "/api/state").headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> edited = post(server, "/api/edit", version, add("x"));
      String next = edited.headers().firstValue("ETag").orElseThrow();
      String other = SQL + "CREATE TABLE b (id INTEGER PRIMARY KEY);\n";
      Files.writeString(desired, other);
      assertThat(post(server, "/api/alive", "", "{}").body()).contains("\"elsewhere\":true");
      HttpResponse<String> refused = post(server, "/api/save", next, "{}");
      assertThat(refused.statusCode()).isEqualTo(412);
      assertThat(refused.body()).contains("nothing was overwritten", "\"elsewhere\":true");
      assertThat(Files.readString(desired)).isEqualTo(other);
      HttpResponse<String> merged = post(server, "/api/reload", next, "{\"merge\":true}");
      assertThat(merged.statusCode()).isEqualTo(200);
      String last = merged.headers().firstValue("ETag").orElseThrow();
      assertThat(post(server, "/api/save", last, "{}").statusCode()).isEqualTo(200);
      assertThat(Files.readString(desired)).contains("x TEXT", "CREATE TABLE b");
    }
  }

  @Test
  void refusesWithReasons() throws Exception {
    try (DesignServer server = start()) {
      String version = get(server, "/api/state").headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> refused = post(server, "/api/edit", version, "{\"op\":\"undo\"}");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).isEqualTo("{\"problems\":[\"There is nothing to undo\"]}");
    }
  }

  /** Of those that saw the same version, one is first. */
  @Test
  void letsOneOfManyWin() throws Exception {
    ExecutorService pages = Executors.newFixedThreadPool(8);
    try (DesignServer server = start()) {
      String version = get(server, "/api/state").headers().firstValue("ETag").orElseThrow();
      CountDownLatch go = new CountDownLatch(1);
      List<Future<Integer>> answers =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      pages.submit(
                          () -> {
                            go.await();
                            return post(server, "/api/edit", version, add("c" + i)).statusCode();
                          }))
              .toList();
      go.countDown();
      List<Integer> codes = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        codes.add(answer.get(60, TimeUnit.SECONDS));
      }
      assertThat(codes).containsOnlyOnce(200).containsOnly(200, 412);
    } finally {
      pages.shutdownNow();
    }
  }

  @Test
  void runsBesideAnother_withItsOwnToken() throws Exception {
    try (DesignServer one = start();
        DesignServer other = start()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + one.address().getPort() + "/api/state"))
              .header("X-Kinrow-Token", other.address().getFragment())
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
      String version = get(one, "/api/state").headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> edited = post(one, "/api/edit", version, add("x"));
      String next = edited.headers().firstValue("ETag").orElseThrow();
      assertThat(post(one, "/api/save", next, "{}").statusCode()).isEqualTo(200);
      String theirs = get(other, "/api/state").headers().firstValue("ETag").orElseThrow();
      assertThat(post(other, "/api/save", theirs, "{}").statusCode()).isEqualTo(412);
      assertThat(Files.readString(desired)).contains("x TEXT");
    }
  }

  @Test
  void refusesAPortInUse() {
    try (DesignServer server = start()) {
      DesignOptions same = options.port(server.address().getPort());
      assertThatThrownBy(() -> DesignServer.start(same, notices::add).close())
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("cannot be used");
    }
  }

  @Test
  void stops_whenThePageHasBeenClosedForAWhile() throws Exception {
    options = options.idle(Duration.ofMillis(300));
    try (DesignServer server = start()) {
      get(server, "/api/state");
      server.await();
      assertThat(notices).containsExactly("The page is closed.");
    }
  }

  @Test
  void goesOn_whileSomethingIsNotSaved() throws Exception {
    options = options.idle(Duration.ofMillis(300));
    try (DesignServer server = start()) {
      String version = get(server, "/api/state").headers().firstValue("ETag").orElseThrow();
      post(server, "/api/edit", version, add("x"));
      for (int i = 0; i < 200 && notices.isEmpty(); i++) {
        Thread.sleep(50);
      }
      assertThat(notices)
          .singleElement()
          .asString()
          .contains("not saved", "open http://127.0.0.1:");
      assertThat(get(server, "/api/state").body()).contains("\"unsaved\":true");
    }
    assertThat(notices).last().asString().startsWith("What was not saved is in ");
    String file = notices.get(notices.size() - 1).replaceAll("^.* is in |[.] To go on.*$", "");
    assertThat(Files.readString(Path.of(file))).contains("x TEXT");
    Files.delete(Path.of(file));
  }

  @Test
  void isGone_whenItIsClosed() throws Exception {
    DesignServer server = start();
    server.close();
    server.close();
    server.await();
    assertThatThrownBy(() -> get(server, "/")).isInstanceOf(ConnectException.class);
  }
}
