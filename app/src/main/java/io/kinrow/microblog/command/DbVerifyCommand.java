package io.kinrow.microblog.command;

import io.kinrow.migrate.verify.VerifyReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code microblog db verify}. */
@Command(
    name = "verify",
    description =
        "Proves that each undo script takes back its migration, on copies of the file, or on an empty database beside one on a server.")
final class DbVerifyCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  DbVerifyCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    VerifyReport report = session.database().verify(session.settings(flyway));
    session.list(MigrationListings.of(report));
    return report.passed() ? 0 : 1;
  }
}
