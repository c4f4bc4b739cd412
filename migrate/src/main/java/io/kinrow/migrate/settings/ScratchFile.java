package io.kinrow.migrate.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An SQLite file to try migrations on, which is gone when it is closed. */
public final class ScratchFile implements AutoCloseable {

  private final Path file;

  /** An empty one. */
  public ScratchFile() {
    try {
      file = Files.createTempFile("kinrow", ".db");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its URL. It need not survive a loss of power, and so waits for no disk. */
  public String url() {
    return "jdbc:sqlite:" + file + "?synchronous=OFF";
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
