package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.store.BackupFile;
import io.kinrow.microblog.store.BlogFile;
import io.kinrow.migrate.Migrations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code microblog db restore}. */
@Command(name = "restore", description = "Replaces the database with a backup.")
final class DbRestoreCommand implements Callable<Integer> {

  private static final List<Column<Path>> COLUMNS = List.of(Column.of("restored", Path::toString));

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path copy = Path.of("");

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  DbRestoreCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    BlogFile file = session.file("db restore", "Restore a dump with pg_restore or psql");
    BackupFile backup = BackupFile.at(copy);
    List<String> histories = backup.requireRestorable();
    Migrations migrations =
        Migrations.of(file.urlToRestore(), flyway.get(copy.toString(), histories, false));
    session.confirm("Replace " + file.shown() + " by " + copy + "?", yes);
    Path replaced;
    try {
      replaced = migrations.restore(copy);
    } catch (FlywayException e) {
      backup.requireSound();
      throw e;
    }
    String kept = replaced == null ? "" : " What it replaced is kept in " + replaced + ".";
    session.done("Restored " + copy + "." + kept, COLUMNS, copy);
    return 0;
  }
}
