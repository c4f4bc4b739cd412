package io.kinrow.migrate.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.annotations.ApiStatus;

/**
 * Finds the files of a desired schema; stateless.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class SqlFiles {

  private SqlFiles() {}

  /**
   * Returns a file, whatever its name is, or the {@code .sql} files of a folder and the folders in
   * it, in the order of their paths.
   *
   * @throws RefusedException if it cannot be read
   */
  public static List<Path> in(Path fileOrFolder) {
    try (Stream<Path> files = Files.walk(fileOrFolder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.equals(fileOrFolder) || file.toString().endsWith(".sql"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw RefusedException.because(fileOrFolder + " cannot be read: " + e.getMessage());
    }
  }
}
