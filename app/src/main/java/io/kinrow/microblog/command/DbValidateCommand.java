package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.output.Listing;
import io.kinrow.microblog.store.Login;
import io.kinrow.migrate.ValidateReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code microblog db validate}. */
@Command(name = "validate", description = "Checks that the scripts and the history fit together.")
final class DbValidateCommand implements Callable<Integer> {

  private static final List<Column<String>> COLUMNS =
      List.of(Column.of("problem", problem -> problem));

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  DbValidateCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Login login = session.database().loginToValidate();
    ValidateReport report = login.migrations(session.settings(flyway)).validate();
    session.list(Listing.of(COLUMNS, report.problems(), "Scripts and history fit together."));
    return report.valid() ? 0 : 1;
  }
}
