package io.kinrow.maven.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A data folder of PostgreSQL, which nobody can log in to without the password in it. */
final class Cluster {

  static final String USER = "postgres";

  private static final int FIRST_WITH_BUILTIN_LOCALES = 17;
  private static final int PASSWORD_BYTES = 16;

  private final Path folder;
  private final Path passwordFile;

  Cluster(Path folder) {
    this.folder = folder;
    this.passwordFile = folder.resolve("kinrow-password");
  }

  boolean exists() {
    return Files.exists(passwordFile);
  }

  /** Whether a server runs in it, or was killed there. */
  boolean isInUse() {
    return Files.exists(folder.resolve("postmaster.pid"));
  }

  String password() throws IOException {
    return Files.readString(passwordFile);
  }

  /** Makes it, where nothing is yet. */
  void create(PostgresVersion version, Programs programs, ServerLog log) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path password = Files.createTempFile(parent, "kinrow", ".tmp"); // its owner's alone
    try {
      Files.writeString(password, randomPassword());
      if (!programs.run("initdb", arguments(version, password))) {
        throw new PostgresException("PostgreSQL's initdb failed: " + log.tail());
      }
      Files.move(password, passwordFile, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private List<String> arguments(PostgresVersion version, Path password) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + folder.toAbsolutePath(),
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password.toAbsolutePath(),
                "--encoding=UTF8",
                "--locale=C",
                "--wal-segsize=1",
                "--data-checksums",
                "--no-sync"));
    if (version.major() >= FIRST_WITH_BUILTIN_LOCALES) {
      // knows letters other than those of ASCII, and is the same on all machines
      arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    }
    return arguments;
  }

  private static String randomPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
