package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.output.Listing;
import io.kinrow.migrate.diff.Revision;
import io.kinrow.migrate.diff.SchemaDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code microblog db revision}. */
@Command(
    name = "revision",
    description = "Writes a migration that leads to the desired schema, and its undo, both proved.")
final class DbRevisionCommand implements Callable<Integer> {

  private static final List<Column<Path>> COLUMNS = List.of(Column.of("file", Path::toString));

  private final BlogSession session;

  @Mixin private SchemaOptions schemas = new SchemaOptions();

  @Option(
      names = {"-m", "--message"},
      required = true,
      paramLabel = "TEXT",
      description = "What the migration does; it becomes part of the file names.")
  private String message = "";

  @Option(
      names = "--revision",
      paramLabel = "VERSION",
      converter = VersionConverter.OrNew.class,
      description =
          "The version: a number such as 7.1, 'timestamp', or 'next' for the one after the last"
              + " (default: next).")
  private String version = "next";

  @Option(names = "--dry-run", description = "Only show what would be done.")
  private boolean dryRun;

  DbRevisionCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SchemaDiff diff = schemas.diff(session, "db revision", !dryRun);
    Path folder = schemas.migrations();
    Revision revision = Revision.choose(folder, version, message, schemas.settings());
    session.warn(diff.losses());
    session.warn(diff.hints());
    if (dryRun) {
      revision.files(diff).forEach(this::show);
      return 0;
    }
    List<Path> written = revision.write(diff);
    session.list(Listing.of(COLUMNS, written, "Nothing was written."));
    return 0;
  }

  private void show(Path file, String script) {
    session.console().out().println("-- " + file);
    session.console().out().println(SqlColours.of(script));
  }
}
