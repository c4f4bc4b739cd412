package io.kinrow.migrate.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jetbrains.annotations.ApiStatus;

/**
 * An SQLite file to try migrations on, which is gone when it is closed.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class ScratchFile implements AutoCloseable {

  private static final String NAME = "scratch.db";

  private final ScratchFolder folder = new ScratchFolder();

  /** An empty one. */
  public ScratchFile() {
    try {
      Files.createFile(folder.file(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns its URL. */
  public String url() {
    return folder.url(NAME);
  }

  @Override
  public void close() {
    folder.close();
  }
}
