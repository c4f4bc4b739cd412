package io.kinrow.microblog.command;

import io.kinrow.microblog.store.Access;
import io.kinrow.microblog.store.Login;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.verify.Rehearsal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code microblog db rehearse}. */
@Command(
    name = "rehearse",
    description =
        "Runs the pending migrations on a copy of the database and counts the rows in their way;"
            + " exits with 1 if one fails.")
final class DbRehearseCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Option(
      names = "--migrations",
      paramLabel = "FOLDER",
      description = "The migrations (default: those of this program).")
  private @Nullable Path folder;

  DbRehearseCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path scripts = folder == null ? null : MigrationsFolder.required(folder);
    Login login = session.database().login(Access.READ);
    FlywaySettings settings = session.settingsToApply(flyway);
    if (scripts != null) {
      settings = MigrationsFolder.placed(settings, scripts);
    }
    Rehearsal rehearsal = login.migrations(settings).rehearse();
    session.list(MigrationListings.of(rehearsal));
    return rehearsal.isPassed() ? 0 : 1;
  }
}
