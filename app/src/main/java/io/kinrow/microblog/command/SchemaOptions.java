package io.kinrow.microblog.command;

import io.kinrow.microblog.Refused;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.diff.AskedRenames;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.settings.FlywaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what is compared with what, and how it is meant. */
final class SchemaOptions {

  /** What to do where the database is on a server: schemas are read as SQLite has them. */
  static final String ON_SERVER =
      "On PostgreSQL, write the scripts by hand, and prove them: microblog db verify";

  @Mixin private MigrationsFolder folder = new MigrationsFolder();

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Mixin private RenameOptions renames = new RenameOptions();

  @Mixin private DesiredFile desired = new DesiredFile();

  @Option(
      names = "--fill",
      paramLabel = "TABLE.COLUMN=SQL",
      description = "The value that existing rows get in a new NOT NULL column.")
  private Map<String, String> fills = Map.of();

  @Option(
      names = "--keep-data",
      description =
          "Keep the data of dropped columns and tables, so that the undo can bring it back.")
  private boolean keepData;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  Path migrations() {
    return folder.get();
  }

  /** The project's Flyway settings, whose scripts are in the folder. */
  FlywaySettings settings() {
    return folder.placed(flyway.get());
  }

  /**
   * Compares the migrations with the desired schema. At a terminal, changes that look like renames
   * are asked about first.
   *
   * @param command that wants it, such as {@code db diff}
   * @param records whether to record confirmed renames in the desired schema
   * @throws Refused if a file is missing
   * @throws io.kinrow.migrate.settings.RefusedException if an option is missing or wrong
   */
  SchemaDiff diff(BlogSession session, String command, boolean records) {
    session.file(command, ON_SERVER);
    FlywaySettings settings = settings();
    Path wanted = desired.get();
    Schema old = Schema.ofMigrations(settings);
    Schema now = Schema.ofDdl(wanted, settings);
    DiffOptions options = options();
    if (session.console().terminal()) {
      AskedRenames asked = AskedRenames.ask(old, now, options, question -> ask(session, question));
      options = asked.addedTo(options);
      if (records) {
        asked.record(wanted).forEach(session::note);
      }
    }
    return SchemaDiff.between(old, now, options);
  }

  private static boolean ask(BlogSession session, String question) {
    try {
      return session.isYes(question);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DiffOptions options() {
    try {
      DiffOptions options = renames.addedTo(DiffOptions.defaults().keepData(keepData));
      for (Map.Entry<String, String> fill : fills.entrySet()) {
        options = options.fill(fill.getKey(), fill.getValue());
      }
      return options;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
