package io.kinrow.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Restores a backup of an SQLite file, after backing up the file that it replaces. */
@Mojo(name = "restore", threadSafe = true)
public class RestoreMojo extends DatabaseMojo {

  /** The backup file. Required. */
  @Parameter(property = "kinrow.backup")
  @Nullable File backup;

  /** For Maven. */
  public RestoreMojo() {}

  @Override
  void run() {
    if (backup == null) {
      throw new IllegalArgumentException(
          "there is no backup to restore. Name one: -Dkinrow.backup=…");
    }
    Path replaced = migrations().restore(backup.toPath());
    getLog().info("Restored " + backup);
    if (replaced != null) {
      getLog().info("The file that it replaced is kept in " + replaced);
    }
  }
}
