package io.kinrow.microblog.command;

import io.kinrow.migrate.Migrations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code microblog db migrate}. */
@Command(name = "migrate", description = "Creates the database, or brings it to the newest version.")
final class DbMigrateCommand implements Callable<Integer> {

  private final Session session;

  DbMigrateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.file().requireWritable();
    Migrations.of(session.file().url()).migrate();
    return 0;
  }
}
