package io.kinrow.migrate.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jetbrains.annotations.ApiStatus;

/**
 * Replaces files by complete ones: a reader, or a crash, never meets half of a text. Stateless.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class AtomicFiles {

  private AtomicFiles() {}

  /**
   * Writes all texts beside their files before it replaces the first of them.
   *
   * @throws IOException if a file cannot be written; those that were not replaced are as before
   */
  public static void write(Map<Path, String> texts) throws IOException {
    Map<Path, Path> prepared = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> text : texts.entrySet()) {
        prepared.put(text.getKey(), prepare(text.getKey(), text.getValue()));
      }
      for (Map.Entry<Path, Path> file : prepared.entrySet()) {
        move(file.getValue(), file.getKey());
      }
    } finally {
      prepared.values().forEach(AtomicFiles::deleteQuietly);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path prepare(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path other = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(other, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      keepPermissions(file, other);
      return other;
    } catch (IOException e) {
      deleteQuietly(other);
      throw e;
    }
  }

  /** A new file would be readable by its owner only. */
  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    if (Files.exists(from)) {
      view.setPermissions(Files.getPosixFilePermissions(from));
      return;
    }
    // as a program would create it that has heard nothing of permissions
    Path sample = to.resolveSibling(to.getFileName() + ".new");
    Files.createFile(sample);
    try {
      view.setPermissions(Files.getPosixFilePermissions(sample));
    } finally {
      deleteQuietly(sample);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it is ours, and does no harm
    }
  }
}
