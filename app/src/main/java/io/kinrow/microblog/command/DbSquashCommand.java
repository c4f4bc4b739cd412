package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.migrate.diff.Squash;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code microblog db squash}. */
@Command(
    name = "squash",
    description = "Writes the migrations up to a version as one baseline for new databases.")
final class DbSquashCommand implements Callable<Integer> {

  private static final List<Column<Path>> COLUMNS = List.of(Column.of("file", Path::toString));

  private final Session session;

  @Mixin private MigrationsFolder migrations = new MigrationsFolder();

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "The last version to take in (default: latest).")
  private String version = "latest";

  DbSquashCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path folder = migrations.get();
    Squash squash =
        Squash.of(flyway.get().locations("filesystem:" + folder.toAbsolutePath()), version);
    Path file = squash.write(folder);
    String rows = squash.rows().isEmpty() ? "no rows" : "rows by table: " + squash.rows();
    session.done("Wrote " + file + ", with " + rows + ".", COLUMNS, file);
    return 0;
  }
}
