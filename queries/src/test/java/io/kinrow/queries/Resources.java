package io.kinrow.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files of the tests; with {@code -Dbless=true}, expected ones are written. */
final class Resources {

  private static final Path FOLDER = Path.of("src/test/resources");
  private static final boolean BLESS = Boolean.getBoolean("bless");

  private Resources() {}

  static Path path(String name) {
    return FOLDER.resolve(name);
  }

  static String read(String name) throws IOException {
    return Files.readString(path(name));
  }

  /** The queries of a file, by name. */
  static Map<String, String> queries(String name) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    for (String part : read(name).split("(?m)^-- name: ")) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        queries.put(part.substring(0, end), part.substring(end + 1).stripTrailing());
      }
    }
    return queries;
  }

  static void assertExpected(String name, String actual) throws IOException {
    if (BLESS) {
      Files.writeString(path(name), actual);
    }
    assertThat(actual).isEqualTo(read(name));
  }
}
