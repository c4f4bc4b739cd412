package io.kinrow.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Puts a backup of an SQLite file back; what it replaces is backed up first. */
@Mojo(name = "restore", threadSafe = true)
public class RestoreMojo extends DatabaseMojo {

  /** The backup, which has to be given. */
  @Parameter(property = "kinrow.backup")
  @Nullable File backup;

  /** For Maven. */
  public RestoreMojo() {}

  @Override
  void run() {
    if (backup == null) {
      throw new IllegalArgumentException("no backup to restore. Name it: -Dkinrow.backup=…");
    }
    Path replaced = migrations().restore(backup.toPath());
    getLog().info("Restored " + backup);
    if (replaced != null) {
      getLog().info("What it replaced is kept in " + replaced);
    }
  }
}
