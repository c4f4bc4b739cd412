package io.kinrow.maven;

import io.kinrow.diagram.Diagram;
import io.kinrow.diagram.DiagramFormat;
import io.kinrow.diagram.Drawing;
import io.kinrow.diagram.Schemas;
import io.kinrow.diagram.options.Grouping;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.migrate.compare.DiffOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Draws the schema that the migrations give or, with <code>kinrow.from</code>, what differs between
 * two schemas. A schema is a version, <code>latest</code>, <code>desired</code>, <code>none</code>,
 * or <code>live</code> for the database of <code>kinrow.url</code>. With <code>kinrow.engine</code>
 * , the migrations run on a PostgreSQL server that the goal starts, or on the one of <code>
 * kinrow.scratchUrl</code>.
 */
@Mojo(name = "er", threadSafe = true)
public class ErMojo extends ServerMojo {

  /** The files to write, whose extensions name the formats: svg, html, mmd, dbml or xml. */
  @Parameter(property = "kinrow.output", defaultValue = "${project.build.directory}/er.svg")
  List<File> output = List.of();

  /** The schema to draw. */
  @Parameter(property = "kinrow.at", defaultValue = "latest")
  String at = "latest";

  /** The schema at which a difference begins. Without it, a single schema is drawn. */
  @Parameter(property = "kinrow.from")
  @Nullable String from;

  /** The schema at which a difference ends. */
  @Parameter(property = "kinrow.to", defaultValue = "latest")
  String to = "latest";

  /** Which columns are shown: <code>all</code>, <code>keys</code>, or what suits the number. */
  @Parameter(property = "kinrow.columns")
  @Nullable String columns;

  /**
   * Tables that stand together, by the name of their group: <code>crm_*,users</code>. Without it,
   * more than 60 tables are grouped by schema or by the first word of their names.
   */
  @Parameter Map<String, String> groups = Map.of();

  /** Whether to write where tables stand to <code>kinrow.layout</code>. */
  @Parameter(property = "kinrow.saveLayout", defaultValue = "false")
  boolean saveLayout;

  /** For Maven. */
  public ErMojo() {}

  @Override
  void run() {
    LayoutOptions options = options();
    output.forEach(file -> DiagramFormat.of(file.toPath()));
    if (isOnServer() && needsScratch()) {
      onServer(
          login -> {
            draw(
                Schemas.onPostgres(
                    settings(), desired(), login.url(), text(login.user()), text(login.password())),
                options);
            return login;
          });
    } else {
      draw(Schemas.onSqlite(settings(), desired()), options);
    }
  }

  private boolean needsScratch() {
    List<String> places = from == null ? List.of(at) : List.of(from, to);
    return !List.of("live", "none").containsAll(places);
  }

  private void draw(Schemas scratch, LayoutOptions options) {
    try (Schemas schemas =
        url == null ? scratch : scratch.withLive(url, text(user), text(password))) {
      Map<Boolean, Diagram> drawn = new LinkedHashMap<>();
      for (File file : output) {
        DiagramFormat format = DiagramFormat.of(file.toPath());
        Diagram diagram =
            drawn.computeIfAbsent(format == DiagramFormat.HTML, page -> diagram(schemas, page));
        if (diagram.isWithoutDifferences()) {
          getLog().info("There are no differences");
        }
        write(file.toPath(), diagram.draw(format, options));
      }
      if (saveLayout) {
        Path places = Objects.requireNonNull(layout());
        drawn.values().stream()
            .findFirst()
            .ifPresent(diagram -> diagram.places(options).write(places));
        getLog().info("wrote " + places);
      }
    }
  }

  private Diagram diagram(Schemas schemas, boolean page) {
    if (from != null) {
      return schemas.difference(from, to, DiffOptions.defaults());
    }
    Function<String, Diagram> of = page ? schemas::history : schemas::diagram;
    return of.apply(at);
  }

  private LayoutOptions options() {
    LayoutOptions options =
        LayoutOptions.defaults().positionsIn(layout()).groups(Grouping.parse(groups));
    if (columns != null) {
      if (!columns.equals("all") && !columns.equals("keys")) {
        throw new IllegalArgumentException(
            "kinrow.columns: '%s' is neither 'all' nor 'keys'".formatted(columns));
      }
      return options.keysOnly(columns.equals("keys"));
    }
    return options;
  }

  private void write(Path file, Drawing drawing) {
    drawing.warnings().forEach(getLog()::warn);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, drawing.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    getLog().info("wrote " + file);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
