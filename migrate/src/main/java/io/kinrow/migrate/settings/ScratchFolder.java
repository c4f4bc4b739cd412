package io.kinrow.migrate.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jetbrains.annotations.ApiStatus;

/**
 * A folder for SQLite files to try migrations on, and for scripts; all of it is gone when it is
 * closed. For one thread.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class ScratchFolder implements AutoCloseable {

  private final Path folder;

  /**
   * An empty one.
   *
   * @throws UncheckedIOException if there is no place for it
   */
  public ScratchFolder() {
    try {
      folder = Files.createTempDirectory("kinrow");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create a scratch folder: " + e.getMessage(), e);
    }
  }

  /** Returns where it is. */
  public Path path() {
    return folder;
  }

  /** Returns a file in it, which need not exist. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Returns the URL of an SQLite file in it. */
  public String url(String name) {
    return url(file(name));
  }

  /**
   * Returns the URL of a scratch database. It need not survive a loss of power, and so waits for no
   * disk; of a copy, parameters of the real database's URL, which may say read-only, are not in it.
   */
  public static String url(Path file) {
    return "jdbc:sqlite:" + file + "?synchronous=OFF";
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the scratch folder " + folder, e);
    }
  }
}
