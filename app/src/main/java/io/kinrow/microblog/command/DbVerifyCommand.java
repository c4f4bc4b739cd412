package io.kinrow.microblog.command;

import io.kinrow.microblog.store.Access;
import io.kinrow.migrate.verify.VerifyReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code microblog db verify}. */
@Command(
    name = "verify",
    description =
        "Proves on copies of the database that each undo script takes back its migration.")
final class DbVerifyCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  DbVerifyCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    VerifyReport report = session.migrations(Access.READ, flyway).verify();
    session.list(MigrationListings.of(report));
    return report.passed() ? 0 : 1;
  }
}
