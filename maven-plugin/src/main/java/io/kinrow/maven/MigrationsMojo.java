package io.kinrow.maven;

import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** A goal for a folder of migrations. A refusal fails the build with a single message. */
abstract class MigrationsMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true)
  @Nullable MavenProject project;

  /**
   * The folder of the migrations. The default is Flyway's setting <code>locations</code> or, if
   * that is not set, <code>src/main/resources/db/migration</code>.
   */
  @Parameter(property = "kinrow.migrations")
  @Nullable File folder;

  /**
   * Flyway settings without their <code>flyway.</code> prefix, such as <code>placeholders.owner
   * </code> or <code>table</code>, as in <code>kinrow:generate</code>.
   */
  @Parameter Map<String, String> flyway = Map.of();

  /** A <code>flyway.conf</code> with further settings. None is read unless it is named here. */
  @Parameter(property = "kinrow.flywayConfigFile")
  @Nullable File flywayConfigFile;

  /** Tables, indexes, views and triggers to ignore, such as <code>legacy_*</code>. */
  @Parameter(property = "kinrow.leaveOut")
  List<String> leaveOut = List.of();

  /** The engine that the migrations are for, as in <code>kinrow:generate</code>. */
  @Parameter(property = "kinrow.engine")
  @Nullable String engine;

  private static final String FILESYSTEM = "filesystem:";

  /** The file or folder of the desired schema, as <code>CREATE</code> statements. */
  @Parameter(property = "kinrow.desired", defaultValue = "${project.basedir}/desired.sql")
  @Nullable File desired;

  /** The file that says where tables stand in pictures, if it is there. */
  @Parameter(property = "kinrow.layout", defaultValue = "${project.basedir}/desired.layout")
  @Nullable File layout;

  /** The folder that a new migration is written to. */
  final Path folder() {
    if (folder != null) {
      return folder.toPath();
    }
    return settings().locations().stream()
        .filter(location -> location.startsWith(FILESYSTEM) && !location.matches(".*[*?].*"))
        .map(location -> Path.of(location.substring(FILESYSTEM.length())))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "none of the locations is a folder to write to. Name one: -Dkinrow.migrations=…"));
  }

  /** The project's Flyway settings, whose locations are folders. */
  final FlywaySettings settings() {
    FlywaySettings settings =
        ProjectSettings.of(flywayConfigFile, flyway).leavingOut(leaveOut.toArray(String[]::new));
    if (project != null) {
      settings = settings.relativeTo(project.getBasedir().toPath());
    }
    if (folder != null) {
      return settings.locations(FILESYSTEM + folder);
    }
    return settings.hasLocations()
        ? ProjectSettings.inFolders(settings, project)
        : settings.locations(
            FILESYSTEM
                + Objects.requireNonNull(project)
                    .getBasedir()
                    .toPath()
                    .resolve("src/main/resources/db/migration"));
  }

  final Path desired() {
    return Objects.requireNonNull(desired).toPath();
  }

  final @Nullable Path layout() {
    return layout == null ? null : layout.toPath();
  }

  @Override
  public final void execute() throws MojoFailureException {
    // the library's own scratch databases start Flyway without naming a log
    LogFactory.setFallbackLogCreator(new FlywayWarnings());
    try {
      refuseOtherEngines();
      run();
    } catch (GenerationException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (FlywayException e) {
      throw new MojoFailureException("Kinrow: " + inMavensWords(Explained.of(e).getMessage()), e);
    } catch (RefusedException | IllegalArgumentException e) {
      throw new MojoFailureException("Kinrow: " + inMavensWords(e.getMessage()), e);
    }
  }

  private void refuseOtherEngines() {
    EngineName name = EngineName.of(engine);
    if (!name.comparesSchemas() && insteadOfComparing().isPresent()) {
      throw new IllegalArgumentException(
          "this goal compares schemas, which so far it can do only on SQLite, but <engine> is %s. %s"
              .formatted(name, insteadOfComparing().get()));
    }
  }

  /**
   * What to do instead on an engine whose schemas cannot be compared; nothing for goals that do not
   * compare any.
   */
  Optional<String> insteadOfComparing() {
    return Optional.empty();
  }

  /** A message of the library, which names the options of the command line, as the goal's own. */
  static String inMavensWords(@Nullable String message) {
    return String.valueOf(message)
        .replace("--rename-table ", "-Dkinrow.renameTable=")
        .replace("--rename ", "-Dkinrow.rename=")
        .replace("--no-renames", "-Dkinrow.noRenames")
        .replace("--fill ", "-Dkinrow.fill=")
        .replace("--keep-data", "-Dkinrow.keepData")
        .replace("--port", "-Dkinrow.port")
        .replaceAll(
            "--placeholder (\\S+)=… \\([^)]*\\)",
            "<flyway><placeholders.$1>…</placeholders.$1></flyway> in the configuration of the goal");
  }

  /**
   * Does the goal's work.
   *
   * @throws MojoFailureException if it found what must fail the build
   */
  abstract void run() throws MojoFailureException;
}
