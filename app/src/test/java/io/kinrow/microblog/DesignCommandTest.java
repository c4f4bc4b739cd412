package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code db design}, as its users run it; the page itself is tested in the module designer. */
class DesignCommandTest {

  private static final String SQL = "CREATE TABLE users (id INTEGER PRIMARY KEY);\n";

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void project() throws Exception {
    Path migrations = folder.resolve("schema/src/main/resources/db/migration");
    Files.createDirectories(migrations);
    Files.writeString(migrations.resolve("V1__users.sql"), SQL);
    Files.writeString(folder.resolve("schema/desired.sql"), SQL);
  }

  /** A process without a browser, on its way. */
  private Process design(String... options) throws Exception {
    List<String> command = Jvm.command();
    command.addAll(List.of("db", "design"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PATH", folder.toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }

  private HttpResponse<String> send(URI address, String path, String version, String json)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
            .header("X-Kinrow-Token", address.getFragment());
    if (!json.isEmpty()) {
      request
          .header("Content-Type", "application/json")
          .header("If-Match", version)
          .POST(HttpRequest.BodyPublishers.ofString(json));
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void servesThePage_untilItIsEnded_andKeepsWhatWasNotSaved() throws Exception {
    Process process = design();
    try (BufferedReader out = process.inputReader()) {
      String first = out.readLine();
      assertThat(first).startsWith("Design schema/desired.sql: http://127.0.0.1:");
      assertThat(out.readLine())
          .isEqualTo("There is no browser here: open that address in one on this machine.");
      assertThat(out.readLine()).contains("Ctrl-C");
      URI address = URI.create(first.substring(first.indexOf("http")));
      HttpResponse<String> state = send(address, "/api/state", "", "");
      assertThat(state.body()).contains("\"desired\":\"schema/desired.sql\"");
      String edit =
          "{\"op\":\"addColumn\",\"table\":\"users\",\"column\":{\"name\":\"x\",\"nullable\":true}}";
      String version = state.headers().firstValue("ETag").orElseThrow();
      assertThat(send(address, "/api/edit", version, edit).statusCode()).isEqualTo(200);
      assertThat(process.toHandle().destroy())
          .isTrue(); // as Ctrl-C does, with its output still open
      String last = out.readLine();
      assertThat(last).startsWith("What was not saved is in ").contains(".sql. To go on");
      Path kept = Path.of(last.replaceAll("^.* is in |[.] To go on.*$", ""));
      assertThat(Files.readString(kept)).contains("x");
      Files.delete(kept);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(folder.resolve("schema/desired.sql")).hasContent(SQL.strip());
    } finally {
      process.destroyForcibly();
    }
  }

  /** The browser's arguments can be seen by others, and so let nobody in but the browser. */
  @Test
  void opensABrowser_withAKeyForOneUse() throws Exception {
    Path browser = folder.resolve("xdg-open");
    Files.writeString(browser, "#!/bin/sh\necho \"$1\" > opened\n");
    assertThat(browser.toFile().setExecutable(true)).isTrue();
    Process process = design();
    try (BufferedReader out = process.inputReader()) {
      String first = out.readLine();
      assertThat(out.readLine()).contains("Ctrl-C");
      String opened = Files.readString(folder.resolve("opened")).strip();
      URI address = URI.create(first.substring(first.indexOf("http")));
      assertThat(opened)
          .startsWith("http://127.0.0.1:" + address.getPort() + "/#once-")
          .doesNotContain(address.getFragment());
      URI once = URI.create(opened.replace("once-", ""));
      assertThat(send(once, "/api/state", "", "").statusCode()).isEqualTo(401);
      assertThat(send(once, "/api/enter", "", "{}").body()).contains(address.getFragment());
      assertThat(send(once, "/api/enter", "", "{}").statusCode()).isEqualTo(401);
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void takesOtherFilesAndAPort() throws Exception {
    Files.createDirectories(folder.resolve("m"));
    Files.writeString(folder.resolve("wanted.sql"), "");
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Process process =
        design(
            "--no-open",
            "--port",
            "" + port,
            "--desired",
            "wanted.sql",
            "--migrations",
            "m",
            "--layout",
            "places");
    try (BufferedReader out = process.inputReader()) {
      String first = out.readLine();
      assertThat(first).startsWith("Design wanted.sql: http://127.0.0.1:" + port + "/#");
      assertThat(out.readLine()).contains("Ctrl-C");
      URI address = URI.create(first.substring(first.indexOf("http")));
      String version = send(address, "/api/state", "", "").headers().firstValue("ETag").orElse("");
      String create =
          "{\"op\":\"createTable\",\"table\":\"a\",\"columns\":[{\"name\":\"id\",\"type\":\"INTEGER\"}],\"primaryKey\":[\"id\"]}";
      String next =
          send(address, "/api/edit", version, create).headers().firstValue("ETag").orElse("");
      assertThat(send(address, "/api/save", next, "{}").statusCode()).isEqualTo(200);
      assertThat(folder.resolve("wanted.sql")).content().contains("CREATE TABLE a");
      assertThat(folder.resolve("places")).content().startsWith("a ");
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void refusesWhatIsNotThere() throws Exception {
    Cli cli = Cli.in(folder);
    cli.run("db", "design", "--desired", "no.sql")
        .refused("There is no schema no.sql", "--desired");
    cli.run("db", "design", "--migrations", "no").refused("There is no folder no");
    cli.run("db", "design", "--port", "70000").usage("--port is a number from 0 to 65535");
    cli.run("db", "design", "--port", "x").usage("'x' is not a whole number");
    cli.run("--db", "jdbc:postgresql://localhost/blog", "db", "design")
        .refused("'db design' is for SQLite files", "write the scripts by hand");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      cli.run("db", "design", "--port", "" + taken.getLocalPort())
          .refused("Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used");
    }
    Files.writeString(folder.resolve("schema/desired.layout"), "users here\n");
    cli.run("db", "design").refused("schema/desired.layout:1: \"users here\"");
  }
}
