package io.kinrow.microblog.command;

import io.kinrow.diagram.Diagram;
import io.kinrow.diagram.DiagramFormat;
import io.kinrow.diagram.Drawing;
import io.kinrow.diagram.Schemas;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.store.Access;
import io.kinrow.microblog.store.BlogServer;
import io.kinrow.microblog.store.Login;
import io.kinrow.microblog.store.TargetFolder;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.FlywaySettings;
import java.io.IOException;
import java.nio.file.Files;
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

/** {@code microblog db er}. */
@Command(
    name = "er",
    description =
        "Draws the schema at a version, its history, or the difference between two schemas.")
final class DbErCommand implements Callable<Integer> {

  private static final List<Column<Path>> COLUMNS = List.of(Column.of("file", Path::toString));

  private final BlogSession session;

  @Mixin private MigrationsFolder migrations = new MigrationsFolder();

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Mixin private PictureOptions picture = new PictureOptions();

  @Option(
      names = "--at",
      paramLabel = "SCHEMA",
      converter = VersionConverter.OrSchema.class,
      description =
          "The schema to draw: a version, latest, desired, or live for the database (default:"
              + " latest).")
  private @Nullable String at;

  @Option(
      names = "--from",
      paramLabel = "SCHEMA",
      converter = VersionConverter.OrSchema.class,
      description = "Draw the difference from this schema, or from none, to that of --to.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "SCHEMA",
      converter = VersionConverter.OrSchema.class,
      description = "The schema at which the difference ends (default: latest).")
  private @Nullable String to;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write or replace (default: print the picture).")
  private @Nullable Path output;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description =
          "svg, html, mermaid, dbml or designer (default: what the file's extension says, else"
              + " svg).")
  private @Nullable DiagramFormat format;

  @Spec private @Nullable CommandSpec command;

  DbErCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    check();
    DiagramFormat chosen =
        format != null ? format : output == null ? DiagramFormat.SVG : DiagramFormat.of(output);
    LayoutOptions layout = picture.layout();
    if (chosen == DiagramFormat.SVG || chosen == DiagramFormat.HTML) {
      Diagram.prepare();
    }
    try (Schemas schemas = schemas()) {
      Diagram diagram = diagram(schemas, chosen);
      Drawing drawing = diagram.draw(chosen, layout);
      session.warn(drawing.warnings());
      if (diagram.isWithoutDifferences()) {
        session.note("there are no differences");
      }
      if (picture.savesPlaces()) {
        LayoutFile places = picture.save(diagram.places(layout));
        session.note(
            "wrote the places of %d tables to %s"
                .formatted(places.places().size(), picture.file()));
      }
      if (output == null) {
        session.script(drawing.text());
      } else {
        Files.writeString(output, drawing.text());
        session.done("Wrote " + output + ".", COLUMNS, output);
      }
      return 0;
    }
  }

  private void check() {
    if (to != null && from == null) {
      throw usage("--to needs --from: for the picture of one schema, use --at");
    }
    if (from != null && at != null) {
      throw usage("--at is the picture of one schema, and --from that of a difference: use one");
    }
    if (output != null) {
      TargetFolder.requireFor(output);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }

  private Diagram diagram(Schemas schemas, DiagramFormat chosen) {
    if (from != null) {
      return schemas.difference(from, to == null ? "latest" : to, renames());
    }
    String place = at == null ? "latest" : at;
    return chosen == DiagramFormat.HTML ? schemas.history(place) : schemas.diagram(place);
  }

  private DiffOptions renames() {
    try {
      return picture.renames();
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private boolean mentions(String place) {
    return place.equals(at) || place.equals(from) || place.equals(to);
  }

  /** On a server, migrations and the desired schema are tried on databases beside this one. */
  private Schemas schemas() {
    Path desired = picture.desired(mentions("desired"));
    if (session.database() instanceof BlogServer server) {
      Login login = server.login(Access.READ);
      FlywaySettings settings =
          migrations.isGiven() ? migrations.placed(flyway.get()) : session.settingsToApply(flyway);
      return Schemas.onPostgres(settings, desired, login.url(), login.user(), login.password())
          .withLive(login.url(), login.user(), login.password());
    }
    if (!mentions("live")) {
      return Schemas.onSqlite(migrations.placed(flyway.get()), desired);
    }
    FlywaySettings settings = session.settings(flyway);
    boolean alone = from == null;
    return Schemas.onSqlite(alone ? settings : migrations.placed(settings), desired)
        .withLive(session.database().login(Access.READ).url(), "", "");
  }
}
