package io.kinrow.microblog.command;

import io.kinrow.microblog.store.Access;
import io.kinrow.migrate.drift.Drift;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code microblog db check}. */
@Command(
    name = "check",
    description =
        "Lists the differences between the database and its migrations; exits with 1 if there are any.")
final class DbCheckCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Option(
      names = "--desired",
      paramLabel = "FILE",
      description = "Also list the differences between the migrations and this schema.")
  private @Nullable Path desired;

  DbCheckCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path wanted = desired == null ? null : DesiredFile.required(desired);
    Drift drift =
        Drift.check(
            session.file("db check", SchemaOptions.ON_SERVER).url(Access.READ),
            wanted,
            session.settings(flyway).locations("classpath:db/migration"));
    session.list(DiffListings.of(drift));
    return drift.isFound() ? 1 : 0;
  }
}
