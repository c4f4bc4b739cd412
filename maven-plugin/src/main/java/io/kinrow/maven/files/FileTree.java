package io.kinrow.maven.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A file, or a folder with all that is in it. */
public final class FileTree {

  /** Of deletion, while a program that is ending still writes. */
  private static final int MOST_TRIES = 50;

  private static final long PAUSE_MILLIS = 100;

  private FileTree() {}

  /** Returns a hash of the names and contents, against mistakes and not against attackers. */
  public static String hash(Path root) throws IOException {
    return walk(root, null);
  }

  /**
   * Copies it to where nothing is yet, with the permissions of folders.
   *
   * @return the hash of what was copied
   */
  public static String copy(Path root, Path to) throws IOException {
    return walk(root, to);
  }

  private static String walk(Path root, @Nullable Path to) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    for (Path file : files(root)) {
      String name = root.relativize(file).toString().replace('\\', '/');
      boolean isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
      byte[] content = isFolder ? new byte[0] : Files.readAllBytes(file);
      CRC32 sum = new CRC32(); // native from the first call on, where SHA-256 is interpreted
      sum.update(content);
      fingerprint.add(name, isFolder ? "/" : content.length + " " + sum.getValue());
      if (to != null) {
        Path copy = name.isEmpty() ? to : to.resolve(name);
        if (isFolder) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        } else {
          Files.write(copy, content);
        }
      }
    }
    return fingerprint.value();
  }

  /** Returns the number of bytes in all files. */
  public static long size(Path root) throws IOException {
    long size = 0;
    for (Path file : files(root)) {
      size += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return size;
  }

  private static List<Path> files(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(root)) {
      found.sorted().forEach(files::add);
    }
    return files;
  }

  /** Deletes it, if it is there. */
  public static void delete(Path root) throws IOException {
    for (int tries = 1; Files.exists(root, LinkOption.NOFOLLOW_LINKS); tries++) {
      try {
        Files.walkFileTree(root, new Deletion());
      } catch (IOException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
        throws IOException {
      if (problem != null) {
        throw problem;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
