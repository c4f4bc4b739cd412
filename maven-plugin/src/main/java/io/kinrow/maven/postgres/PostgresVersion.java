package io.kinrow.maven.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NavigableMap;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A major version of PostgreSQL that a build can start. {@code versions.properties} lists them.
 *
 * @param major such as 17
 * @param binaries the version of the artifacts with its programs, such as {@code 17.9.0}
 */
public record PostgresVersion(int major, String binaries) {

  /** The oldest that Kinrow supports, here or on a server of the user's. */
  public static final int OLDEST = 14;

  private static final class Known {
    static final NavigableMap<Integer, PostgresVersion> VERSIONS = read();

    private static NavigableMap<Integer, PostgresVersion> read() {
      Properties properties = new Properties();
      try (InputStream file = PostgresVersion.class.getResourceAsStream("versions.properties")) {
        properties.load(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      NavigableMap<Integer, PostgresVersion> versions = new TreeMap<>();
      properties.forEach(
          (major, binaries) -> {
            int number = Integer.parseInt(major.toString());
            versions.put(number, new PostgresVersion(number, binaries.toString()));
          });
      return versions;
    }
  }

  /**
   * Returns a version by its number.
   *
   * @param major such as {@code 17}; null stands for the newest
   * @throws PostgresException if there is none, with those that there are
   */
  public static PostgresVersion of(@Nullable String major) {
    if (major == null || major.isBlank()) {
      return Known.VERSIONS.lastEntry().getValue();
    }
    return Known.VERSIONS.values().stream()
        .filter(version -> String.valueOf(version.major).equals(major.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new PostgresException(
                    "'%s' is not a version of PostgreSQL that a build can start: set <engineVersion> to one of %s"
                        .formatted(major.strip(), all())));
  }

  /** Returns every version, oldest first. */
  public static Iterable<PostgresVersion> values() {
    return Known.VERSIONS.values();
  }

  private static String all() {
    return Known.VERSIONS.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
