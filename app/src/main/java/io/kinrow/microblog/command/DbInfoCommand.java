package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Listing;
import io.kinrow.microblog.store.Access;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code microblog db info}. */
@Command(name = "info", description = "Lists the migrations: applied, undone and pending.")
final class DbInfoCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  DbInfoCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.list(
        Listing.of(
            MigrationListings.STATUS,
            session.migrations(Access.READ, flyway).info(),
            "No migrations."));
    return 0;
  }
}
