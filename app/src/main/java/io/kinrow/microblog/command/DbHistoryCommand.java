package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Listing;
import io.kinrow.microblog.store.Access;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code microblog db history}. */
@Command(name = "history", description = "Lists what was applied and undone, oldest first.")
final class DbHistoryCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  DbHistoryCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.list(
        Listing.of(
            MigrationListings.HISTORY,
            session.migrations(Access.READ, flyway).history(),
            "Nothing has been applied yet."));
    return 0;
  }
}
