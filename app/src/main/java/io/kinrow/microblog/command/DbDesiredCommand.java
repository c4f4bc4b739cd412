package io.kinrow.microblog.command;

import io.kinrow.microblog.Refused;
import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.store.Access;
import io.kinrow.microblog.store.TargetFolder;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ProjectScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code microblog db desired}. */
@Command(
    name = "desired",
    description = "Prints or writes the schema that the migrations give, or that the database has.")
final class DbDesiredCommand implements Callable<Integer> {

  private static final List<Column<Path>> COLUMNS = List.of(Column.of("file", Path::toString));

  private final BlogSession session;

  @Mixin private MigrationsFolder migrations = new MigrationsFolder();

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Option(names = "--live", description = "Read the database instead of the migrations.")
  private boolean live;

  @Option(
      names = "--desired",
      paramLabel = "FILE",
      description = "The file to write, which must not exist (default: only print the schema).")
  private @Nullable Path file;

  DbDesiredCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    session.file("db desired", SchemaOptions.ON_SERVER);
    requireCreatable();
    Schema schema = live ? live() : migrated();
    String ddl = schema.ddl();
    if (file == null) {
      session.script(ddl);
      return 0;
    }
    Files.writeString(file, ddl);
    session.done("Wrote " + file + ".", COLUMNS, file);
    return 0;
  }

  private void requireCreatable() {
    if (file == null) {
      return;
    }
    if (Files.exists(file)) {
      throw new Refused(file + " exists already", "Remove it, or name another one: --desired FILE");
    }
    TargetFolder.requireFor(file);
  }

  private Schema live() {
    String url = session.file("db desired", SchemaOptions.ON_SERVER).url(Access.READ);
    return Schema.ofDatabase(url, session.settings(flyway));
  }

  private Schema migrated() {
    FlywaySettings settings = migrations.placed(flyway.get());
    new ProjectScripts(settings).refuseNone();
    return Schema.ofMigrations(settings);
  }
}
