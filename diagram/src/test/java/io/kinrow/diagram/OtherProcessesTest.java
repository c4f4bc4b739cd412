package io.kinrow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.read.ErSource;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The same bytes in every process. The hash codes of objects, which a library may sort by, differ
 * from one process to the next; a switch of the JVM makes them random, all the same, or ascending.
 */
class OtherProcessesTest {

  @Test
  void bytes_areTheSame_whateverTheHashCodesOfObjects() throws Exception {
    String here = digest();
    for (int mode : List.of(0, 2, 3, 5)) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UnlockExperimentalVMOptions",
                  "-XX:hashCode=" + mode,
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcessesTest.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String there = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(there).as("-XX:hashCode=%s", mode).isEqualTo(here);
    }
  }

  /** Called in other processes. */
  public static void main(String[] arguments) throws Exception {
    System.out.print(digest());
  }

  private static String digest() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String file : List.of("good/shapes/in.sql", "many/11.sql", "many/100.sql")) {
      for (DiagramFormat format : DiagramFormat.values()) {
        String drawn = Diagram.of(file, model(file)).draw(format, LayoutOptions.defaults()).text();
        digest.update(drawn.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static ErModel model(String file) {
    try (ErSource sqlite = ErSource.sqlite()) {
      return sqlite.desired(Path.of("src/test/resources", file), FlywaySettings.defaults());
    }
  }
}
