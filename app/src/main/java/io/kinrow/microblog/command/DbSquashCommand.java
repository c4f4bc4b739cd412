package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.migrate.diff.Squash;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code microblog db squash}. */
@Command(
    name = "squash",
    description = "Combines the migrations up to a version into one baseline for new databases.")
final class DbSquashCommand implements Callable<Integer> {

  private static final List<Column<Path>> COLUMNS = List.of(Column.of("file", Path::toString));

  private final BlogSession session;

  @Mixin private MigrationsFolder migrations = new MigrationsFolder();

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      converter = VersionConverter.OrLatest.class,
      description = "The last version to include (default: latest).")
  private String version = "latest";

  @Option(
      names = "--write",
      description = "Write it into the folder of the migrations (default: only print it).")
  private boolean write;

  @Spec private @Nullable CommandSpec command;

  DbSquashCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.file("db squash", "Use 'mvn kinrow:squash' with <engine>postgresql</engine>");
    Path folder = migrations.get();
    Squash squash = squash(folder);
    if (!write) {
      session.script("-- " + squash.file(folder) + ", not written: add --write\n");
      session.script(squash.script());
      return 0;
    }
    Path file = squash.write(folder);
    String rows = squash.rows().isEmpty() ? "no rows" : "rows by table: " + squash.rows();
    session.done("Wrote " + file + ", with " + rows + ".", COLUMNS, file);
    return 0;
  }

  private Squash squash(Path folder) {
    try {
      return Squash.of(MigrationsFolder.placed(flyway.get(), folder), version);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(), "--to: " + e.getMessage(), e);
    }
  }
}
