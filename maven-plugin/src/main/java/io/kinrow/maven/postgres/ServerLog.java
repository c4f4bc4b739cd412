package io.kinrow.maven.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that PostgreSQL's programs write to, anew with each server. */
record ServerLog(Path file) {

  private static final int TAIL = 15;

  void clear() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean mentions(String text) {
    return text().contains(text);
  }

  /** Its place and its last lines, for a message. */
  String tail() {
    List<String> lines = text().lines().toList();
    return "the last lines of "
        + file
        + " are\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
  }

  private String text() {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
