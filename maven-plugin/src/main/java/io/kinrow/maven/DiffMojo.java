package io.kinrow.maven;

import io.kinrow.diagram.DiagramFormat;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.diff.AskedRenames;
import io.kinrow.migrate.diff.Revision;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares the migrations with the desired schema. With <code>-Dkinrow.message="add posts language"
 * </code> it writes the next <code>V</code> and <code>U</code>, proved on scratch databases;
 * otherwise it only shows them. If Maven runs at a terminal, changes that look like renames are
 * asked about first; a yes is recorded in the desired schema.
 */
@Mojo(name = "diff", threadSafe = true)
public class DiffMojo extends MigrationsMojo {

  /** What the new migration does, for its file name. Without it, nothing is written. */
  @Parameter(property = "kinrow.message")
  @Nullable String message;

  /**
   * The version of the new migration: <code>next</code>, <code>timestamp</code>, or a version of
   * your choice. On the command line, <code>-Dkinrow.version</code> does the same. A property of
   * that name in a POM does not, because projects keep the version of Kinrow there.
   */
  @Parameter(property = "kinrow.revision", defaultValue = "next")
  String version = "next";

  @Parameter(defaultValue = "${session.userProperties}", readonly = true)
  Properties commandLine = new Properties();

  /** Columns that were only renamed, one per line: <code>users.nick=nickname</code>. */
  @Parameter(property = "kinrow.rename")
  @Nullable String rename;

  /** The same, as a list. */
  @Parameter List<String> renames = List.of();

  /** Tables that were only renamed, one per line: <code>posts=articles</code>. */
  @Parameter(property = "kinrow.renameTable")
  @Nullable String renameTable;

  /** The same, as a list. */
  @Parameter List<String> renameTables = List.of();

  /** Values for existing rows, as SQL, one per line: <code>posts.language='en'</code>. */
  @Parameter(property = "kinrow.fill")
  @Nullable String fill;

  /** The same, as a list. */
  @Parameter List<String> fills = List.of();

  /** Whether to park dropped data in a side table, from which the undo restores it. */
  @Parameter(property = "kinrow.keepData", defaultValue = "false")
  private boolean keepData;

  /**
   * The format of a picture of the difference that is written beside the migration, such as <code>
   * svg</code> or <code>mmd</code>. Without it, there is none.
   */
  @Parameter(property = "kinrow.picture")
  @Nullable String picture;

  /** Whether Maven may ask questions, which <code>--batch-mode</code> forbids. */
  @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
  boolean interactive;

  /** Asks whether a change is a rename; null if there is no terminal. */
  @Nullable Predicate<String> asking = Terminal.asking();

  /** For Maven. */
  public DiffMojo() {}

  @Override
  Optional<String> insteadOfComparing() {
    return Optional.of("Write the V and U scripts by hand, and prove them with kinrow:verify");
  }

  @Override
  void run() {
    DiagramFormat format = picture == null ? null : DifferencePicture.format(picture);
    FlywaySettings settings = settings();
    Schema old = Schema.ofMigrations(settings);
    Schema wanted = Schema.ofDdl(desired(), settings);
    DiffOptions options = withRenames(old, wanted, options());
    SchemaDiff diff = SchemaDiff.between(old, wanted, options);
    if (diff.isEmpty()) {
      getLog().info("The migrations give the desired schema");
      return;
    }
    diff.differences().forEach(difference -> getLog().info(difference.toString()));
    diff.losses().forEach(loss -> getLog().warn(inMavensWords(loss)));
    diff.hints().forEach(hint -> getLog().warn(inMavensWords(hint)));
    if (message == null) {
      getLog().info("migration:\n" + diff.migration());
      getLog().info("undo:\n" + diff.undo());
      getLog().info("To write them: -Dkinrow.message=\"…\"");
    } else {
      Revision revision =
          Revision.choose(
              folder(), commandLine.getProperty("kinrow.version", version), message, settings());
      List<Path> written = revision.write(diff);
      written.forEach(file -> getLog().info("wrote " + file));
      if (format != null) {
        Path script = written.get(written.size() - 1); // V comes after U
        Path file = new DifferencePicture(old, wanted, options, layout()).write(format, script);
        getLog().info("wrote " + file);
      }
    }
  }

  /** Adds what a user confirms at the terminal, and records it in the desired schema. */
  private DiffOptions withRenames(Schema old, Schema wanted, DiffOptions options) {
    if (!interactive || asking == null) {
      return options;
    }
    AskedRenames renames = AskedRenames.ask(old, wanted, options, asking);
    renames.record(desired()).forEach(getLog()::info);
    return renames.addedTo(options);
  }

  private DiffOptions options() {
    DiffOptions options =
        renamed(
            DiffOptions.defaults().keepData(keepData), rename, renames, renameTable, renameTables);
    for (Pair pair : pairs("fill", "posts.language='en'", fill, fills)) {
      options = options.fill(pair.left(), pair.right());
    }
    return options;
  }

  /** The same options with renames, one a line or an entry of a list. */
  static DiffOptions renamed(
      DiffOptions options,
      @Nullable String columns,
      List<String> moreColumns,
      @Nullable String tables,
      List<String> moreTables) {
    DiffOptions renamed = options;
    for (Pair pair : pairs("rename", "users.nick=nickname", columns, moreColumns)) {
      renamed = renamed.renameColumn(pair.left(), pair.right());
    }
    for (Pair pair : pairs("renameTable", "posts=articles", tables, moreTables)) {
      renamed = renamed.renameTable(pair.left(), pair.right());
    }
    return renamed;
  }

  private record Pair(String left, String right) {}

  /** Maven would split a property at commas, which SQL is full of; lines are ours to split. */
  private static List<Pair> pairs(
      String option, String example, @Nullable String text, List<String> list) {
    Stream<String> lines = text == null ? Stream.of() : text.lines();
    return Stream.concat(lines, list.stream())
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(entry -> pair(option, example, entry))
        .toList();
  }

  private static Pair pair(String option, String example, String entry) {
    int sign = entry.indexOf('=');
    if (sign < 0) {
      throw new IllegalArgumentException(
          "kinrow.%s: '%s' has no '='. Write one per line, such as %s"
              .formatted(option, entry, example));
    }
    return new Pair(entry.substring(0, sign).strip(), entry.substring(sign + 1).strip());
  }
}
