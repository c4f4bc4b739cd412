package io.kinrow.microblog.store;

import io.kinrow.microblog.Refused;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a new file is to be in. */
public final class TargetFolder {

  private TargetFolder() {}

  /**
   * Checks that the folder of a file is there.
   *
   * @throws Refused if it is not
   */
  public static void requireFor(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder != null) {
      require(folder);
    }
  }

  /**
   * Checks that the folder is there.
   *
   * @throws Refused if it is not
   */
  public static void require(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Refused("There is no folder " + folder, "Create it: mkdir -p " + folder);
    }
  }
}
