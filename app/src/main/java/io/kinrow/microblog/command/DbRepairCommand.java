package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.output.Listing;
import io.kinrow.microblog.store.Access;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.RepairReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code microblog db repair}. */
@Command(
    name = "repair",
    description =
        "Removes failed runs from the history and accepts the checksums of changed scripts.")
final class DbRepairCommand implements Callable<Integer> {

  private static final List<Column<String>> COLUMNS =
      List.of(Column.of("action", action -> action));

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  DbRepairCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Migrations migrations = session.migrations(Access.WRITE, flyway);
    session.awaitLock();
    RepairReport report = migrations.repair();
    session.list(Listing.of(COLUMNS, report.actions(), "Nothing to repair."));
    return 0;
  }
}
