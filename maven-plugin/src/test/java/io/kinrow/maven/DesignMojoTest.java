package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kinrow:design}; the page itself is tested in the module designer. */
class DesignMojoTest {

  @TempDir Path base;

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void project() throws Exception {
    Files.createDirectory(base.resolve("migration"));
    String sql = "CREATE TABLE products (id INTEGER PRIMARY KEY);\n";
    Files.writeString(base.resolve("migration/V1__products.sql"), sql);
    Files.writeString(base.resolve("desired.sql"), sql);
  }

  private DesignMojo goal() {
    DesignMojo goal = new DesignMojo();
    goal.folder = base.resolve("migration").toFile();
    goal.desired = base.resolve("desired.sql").toFile();
    goal.layout = base.resolve("desired.layout").toFile();
    goal.open = false;
    goal.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence content) {
            lines.add(content.toString());
          }
        });
    return goal;
  }

  @Test
  void servesThePage_untilItIsClosed() throws Exception {
    DesignMojo goal = goal();
    goal.started =
        server -> {
          try (server) {
            URI address = server.address();
            HttpRequest request =
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + address.getPort() + "/api/review"))
                    .header("X-Kinrow-Token", address.getFragment())
                    .build();
            assertThat(
                    HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"isEmpty\":true");
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        };
    goal.execute();
    assertThat(lines).anyMatch(line -> line.startsWith("Design " + base.resolve("desired.sql")));
  }

  @Test
  void refusesInMavensWords() throws Exception {
    DesignMojo goal = goal();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      goal.port = taken.getLocalPort();
      assertThatThrownBy(goal::execute)
          .isInstanceOf(MojoFailureException.class)
          .hasMessageContaining("choose another one with -Dkinrow.port");
    }
    DesignMojo postgres = goal();
    postgres.engine = "postgresql";
    assertThatThrownBy(postgres::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll("only on SQLite", "by hand");
  }
}
