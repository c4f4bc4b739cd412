package io.kinrow.microblog.command;

import io.kinrow.microblog.Refused;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the folder of the migrations. */
final class MigrationsFolder {

  private static final Path DEFAULT = Path.of("schema/src/main/resources/db/migration");

  @Option(
      names = "--migrations",
      paramLabel = "FOLDER",
      description = "The migrations (default: schema/src/main/resources/db/migration).")
  private Path folder = DEFAULT;

  /** Whether it is another folder than the default one. */
  boolean isGiven() {
    return !folder.equals(DEFAULT);
  }

  /**
   * The folder.
   *
   * @throws Refused if there is none
   */
  Path get() {
    return required(folder);
  }

  /**
   * A project's Flyway settings, whose scripts are in the folder.
   *
   * @throws Refused if there is no folder
   */
  FlywaySettings placed(FlywaySettings settings) {
    return placed(settings, get());
  }

  /** Flyway settings whose scripts are in a folder. */
  static FlywaySettings placed(FlywaySettings settings, Path folder) {
    return settings.locations("filesystem:" + folder.toAbsolutePath());
  }

  /**
   * A folder of migrations that must be there.
   *
   * @throws Refused if it is not
   */
  static Path required(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Refused(
          "There is no folder " + folder, "Name the folder of the migrations: --migrations FOLDER");
    }
    return folder;
  }
}
