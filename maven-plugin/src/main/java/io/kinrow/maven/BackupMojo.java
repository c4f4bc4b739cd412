package io.kinrow.maven;

import io.kinrow.migrate.Migrations;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Backs up an SQLite file, even while it is in use. */
@Mojo(name = "backup", threadSafe = true)
public class BackupMojo extends DatabaseMojo {

  /**
   * The file to copy to, which must not exist yet. By default, the copy goes next to the database
   * and is named after version and time.
   */
  @Parameter(property = "kinrow.backup")
  @Nullable File backup;

  /** How many backups to keep next to the database; older ones are deleted. By default, all. */
  @Parameter(property = "kinrow.keep")
  @Nullable Integer keep;

  /** For Maven. */
  public BackupMojo() {}

  @Override
  void run() {
    Migrations migrations = migrations();
    if (keep != null && keep < 1) {
      throw new IllegalArgumentException("kinrow.keep must be at least 1: " + keep);
    }
    getLog()
        .info(
            "Copied to "
                + (backup == null ? migrations.backup() : migrations.backup(backup.toPath())));
    if (keep != null) {
      migrations.pruneBackups(keep).forEach(old -> getLog().info("Deleted " + old));
    }
  }
}
