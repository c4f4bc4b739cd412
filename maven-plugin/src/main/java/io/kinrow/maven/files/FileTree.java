package io.kinrow.maven.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A file, or a folder with all that is in it. */
public final class FileTree {

  /** Of deletion, while a program that is ending still writes. */
  private static final int MOST_TRIES = 50;

  private static final long PAUSE_MILLIS = 100;

  private FileTree() {}

  /** Returns a hash of names and contents: against mistakes, not against attackers. */
  public static String hash(Path root) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    for (Path file : contents(root).keySet()) {
      byte[] content = Files.readAllBytes(file);
      CRC32 sum = new CRC32(); // native from the first call on, where SHA-256 is interpreted
      sum.update(content);
      fingerprint.add(name(root, file), content.length + " " + sum.getValue());
    }
    return fingerprint.value();
  }

  /**
   * Returns a hash of names, sizes and times. It tells whether files are those that were written,
   * without reading them.
   */
  public static String stamp(Path root) throws IOException {
    StringBuilder stamp = new StringBuilder();
    contents(root)
        .forEach(
            (file, attributes) ->
                stamp
                    .append(name(root, file))
                    .append(' ')
                    .append(attributes.size())
                    .append(' ')
                    .append(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS))
                    .append('\n'));
    return new Fingerprint().add("files", stamp.toString()).value();
  }

  /** Returns the number of bytes in all files. */
  public static long size(Path root) throws IOException {
    return contents(root).values().stream().mapToLong(BasicFileAttributes::size).sum();
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** The files, in the order of their names. */
  private static Map<Path, BasicFileAttributes> contents(Path root) throws IOException {
    Map<Path, BasicFileAttributes> files = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(file, attributes);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** Copies it to where nothing is yet, with permissions. */
  public static void copy(Path root, Path to) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            return visitFile(folder, attributes);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(root.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
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
