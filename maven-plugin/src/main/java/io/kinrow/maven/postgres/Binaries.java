package io.kinrow.maven.postgres;

import io.kinrow.maven.files.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once beside the artifact that they came in, where all builds of
 * this machine find them. A build that unpacks at the same time as another does it in vain.
 */
public final class Binaries {

  /** The group of the artifacts with PostgreSQL's programs. */
  public static final String GROUP = "io.zonky.test.postgres";

  private static final int OWNER_MAY_EXECUTE = 0100;

  /** Where artifacts come from. */
  public interface Artifacts {

    /**
     * Finds the jar of an artifact of {@link #GROUP}.
     *
     * @throws PostgresException if it cannot be had
     */
    Path jar(String artifact, String version);
  }

  private final Artifacts artifacts;

  /** Those that are found there. */
  public Binaries(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  /**
   * Finds the programs of a version.
   *
   * @param version which
   * @param work a folder of the build's own, for when the artifact's is read-only
   */
  Path home(PostgresVersion version, Path work) {
    Path jar = artifacts.jar(Platform.current().artifact(), version.binaries());
    Path name = Path.of(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
    Path shared = jar.resolveSibling(name);
    Path own = work.resolve(name);
    try {
      for (Path home : new Path[] {shared, own}) {
        if (Files.isDirectory(home)) {
          return home;
        }
      }
      return unpack(jar, Files.isWritable(shared.toAbsolutePath().getParent()) ? shared : own);
    } catch (IOException e) {
      throw new PostgresException("PostgreSQL cannot be unpacked from " + jar + ": " + e, e);
    }
  }

  private static Path unpack(Path jar, Path home) throws IOException {
    Path half = home.toAbsolutePath().resolveSibling(home.getFileName() + "-" + UUID.randomUUID());
    Files.createDirectories(half.getParent());
    try (FileSystem content = FileSystems.newFileSystem(jar);
        Stream<Path> entries = Files.list(content.getPath("/"))) {
      Path archive =
          entries
              .filter(entry -> entry.toString().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("it has no .txz"));
      try (InputStream packed = Files.newInputStream(archive);
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          write(entry, tar, half);
        }
      }
      Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
    } finally {
      FileTree.delete(half);
    }
    return home;
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path file = root.resolve(entry.getName()).normalize();
    if (!file.startsWith(root)) {
      throw new IOException(entry.getName() + " is outside the archive");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !file.toFile().setExecutable(true, false)) {
      throw new IOException(file + " cannot be made executable");
    }
  }
}
