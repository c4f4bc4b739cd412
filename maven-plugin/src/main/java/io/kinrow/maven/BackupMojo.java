package io.kinrow.maven;

import io.kinrow.migrate.Migrations;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Copies an SQLite file, also while it is in use. */
@Mojo(name = "backup", threadSafe = true)
public class BackupMojo extends DatabaseMojo {

  /**
   * The copy, which must not exist; beside the database, named by version and time, if not given.
   */
  @Parameter(property = "kinrow.backup")
  @Nullable File backup;

  /** For Maven. */
  public BackupMojo() {}

  @Override
  void run() {
    Migrations migrations = migrations();
    getLog()
        .info(
            "Copied to "
                + (backup == null ? migrations.backup() : migrations.backup(backup.toPath())));
  }
}
