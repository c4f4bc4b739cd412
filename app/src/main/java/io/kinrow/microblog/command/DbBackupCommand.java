package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.store.Access;
import io.kinrow.microblog.store.BackupFile;
import io.kinrow.migrate.Migrations;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code microblog db backup}. */
@Command(name = "backup", description = "Copies the database file, even while it is in use.")
final class DbBackupCommand implements Callable<Integer> {

  private static final List<Column<Path>> COLUMNS = List.of(Column.of("backup", Path::toString));

  private final BlogSession session;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The copy (default: beside the database, named by version and time).")
  private @Nullable Path copy;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Afterwards delete all but the newest N backups beside the database.")
  private @Nullable Integer keep;

  @Spec private @Nullable CommandSpec command;

  DbBackupCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (keep != null) {
      Positive.require(Objects.requireNonNull(command), "--keep", keep);
    }
    session.file("db backup", "Copy the database with pg_dump");
    Migrations migrations = session.migrations(Access.READ);
    if (copy != null) {
      BackupFile.at(copy).requireCreatable();
    }
    Path made = copy == null ? migrations.backup() : migrations.backup(copy);
    String pruned = "";
    if (keep != null) {
      int deleted = migrations.pruneBackups(keep).size();
      pruned = " Deleted " + Counted.of(deleted, "older backup") + ".";
    }
    session.done("Copied to " + made + "." + pruned, COLUMNS, made);
    return 0;
  }
}
