package io.kinrow.microblog.command;

import io.kinrow.diagram.DesignerImport;
import io.kinrow.migrate.compare.DiffOptions;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code microblog db import-designer}. */
@Command(
    name = "import-designer",
    description =
        "Takes what was drawn in WWW SQL Designer into the desired schema; what its file cannot say"
            + " stays.")
final class DbImportDesignerCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "The XML file that the page saved.")
  private @Nullable Path file;

  @Option(
      names = "--desired",
      paramLabel = "FILE",
      description =
          "The desired schema, a file or folder, which need not exist (default:"
              + " schema/desired.sql).")
  private Path desired = Path.of("schema/desired.sql");

  @Option(
      names = "--layout",
      paramLabel = "FILE",
      description = "Where tables stand (default: schema/desired.layout).")
  private Path layout = Path.of("schema/desired.layout");

  @Mixin private RenameOptions renames = new RenameOptions();

  @Option(
      names = "--no-renames",
      description = "Nothing else was renamed: what is gone is dropped, and what is new is added.")
  private boolean complete;

  @Option(names = "--dry-run", description = "Only show what would be done.")
  private boolean dryRun;

  @Spec private @Nullable CommandSpec command;

  DbImportDesignerCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.file(
        "db import-designer",
        "On PostgreSQL, change the migrations by hand: a desired schema can be edited on SQLite"
            + " only");
    DesignerImport drawn =
        DesignerImport.of(
            Objects.requireNonNull(file), desired, layout, renames(), complete, flyway.get());
    session.list(DiffListings.of(drawn));
    if (!dryRun) {
      drawn.write().forEach(written -> session.note("wrote " + written));
    }
    return 0;
  }

  private DiffOptions renames() {
    try {
      return renames.addedTo(DiffOptions.defaults());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
