package io.kinrow.microblog.command;

import io.kinrow.microblog.store.Access;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.undo.UndoPlan;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code microblog db redo}. */
@Command(
    name = "redo",
    description =
        "Undoes the last migration, after a backup if the database is a file, and applies it again.")
final class DbRedoCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  DbRedoCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Migrations migrations = session.migrations(Access.WRITE, flyway);
    UndoPlan plan = migrations.planUndo();
    session.warn(plan.warnings());
    session.confirmUndo(plan, "Undo and apply again?", yes);
    session.list(MigrationListings.of(migrations.redo()));
    return 0;
  }
}
