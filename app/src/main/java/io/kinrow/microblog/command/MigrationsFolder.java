package io.kinrow.microblog.command;

import io.kinrow.microblog.Refused;
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
