package io.kinrow.microblog.command;

import io.kinrow.microblog.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the desired schema. */
final class DesiredFile {

  @Option(
      names = "--desired",
      paramLabel = "FILE",
      description = "The desired schema, a file or folder (default: schema/desired.sql).")
  private Path file = Path.of("schema/desired.sql");

  /** The file or folder, whether it is there or not. */
  Path named() {
    return file;
  }

  /**
   * The file or folder.
   *
   * @throws Refused if there is none
   */
  Path get() {
    return required(file);
  }

  /**
   * A desired schema that must be there.
   *
   * @throws Refused if it is not
   */
  static Path required(Path desired) {
    if (!Files.exists(desired)) {
      throw new Refused("There is no schema " + desired, "Name it: --desired FILE");
    }
    return desired;
  }
}
