package io.kinrow.microblog.command;

import io.kinrow.migrate.MigratePlan;
import io.kinrow.migrate.MigrateReport;
import io.kinrow.migrate.Migrations;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code microblog db migrate}. */
@Command(
    name = "migrate",
    description = "Creates the database, or brings it to the newest version.")
final class DbMigrateCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "Stop at this version.")
  private @Nullable String version;

  @Option(names = "--dry-run", description = "Only show what would be done.")
  private boolean dryRun;

  @Option(
      names = "--script",
      description =
          "Only print a SQL script for sqlite3 or psql that does the same, history rows included.")
  private boolean script;

  DbMigrateCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Migrations migrations =
        session.database().loginToCreate().migrations(session.settingsToApply(flyway));
    if (dryRun || script) {
      MigratePlan plan =
          version == null ? migrations.planMigrate() : migrations.planMigrate(version);
      session.warn(plan.warnings());
      if (script) {
        session.script(migrations.script(plan));
      } else {
        session.list(MigrationListings.of(plan));
        plan.steps().forEach(step -> session.statements(step.script(), step.statements()));
      }
      return 0;
    }
    session.awaitLock();
    MigrateReport report = version == null ? migrations.migrate() : migrations.migrate(version);
    session.warn(report.warnings());
    session.list(MigrationListings.of(report));
    return 0;
  }
}
