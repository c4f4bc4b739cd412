package io.kinrow.maven;

import io.kinrow.migrate.settings.FlywaySettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The Flyway settings of a project: its configuration file, overridden by what the goal is told.
 */
final class ProjectSettings {

  private static final String CLASSPATH = "classpath:";
  private static final String FILESYSTEM = "filesystem:";

  private ProjectSettings() {}

  /**
   * Reads them.
   *
   * @throws org.flywaydb.core.api.FlywayException if there is no such file, or Flyway knows no such
   *     setting
   */
  static FlywaySettings of(@Nullable File file, Map<String, String> flyway) {
    FlywaySettings settings =
        file == null ? FlywaySettings.defaults() : FlywaySettings.read(file.toPath());
    return settings.with(flyway);
  }

  /** With folders in place of locations: those on the class path are the project's resources. */
  static FlywaySettings inFolders(FlywaySettings settings, @Nullable MavenProject project) {
    List<String> locations = new ArrayList<>();
    for (String location : settings.locations()) {
      if (location.startsWith(CLASSPATH)) {
        locations.addAll(resources(location.substring(CLASSPATH.length()), project));
      } else {
        Path base = project == null ? Path.of("") : project.getBasedir().toPath();
        String path = location.substring(location.indexOf(':') + 1);
        locations.add(location.startsWith(FILESYSTEM) ? FILESYSTEM + base.resolve(path) : location);
      }
    }
    return settings.locations(locations.toArray(String[]::new));
  }

  private static List<String> resources(String name, @Nullable MavenProject project) {
    List<String> found = new ArrayList<>();
    List<Resource> resources = project == null ? List.of() : project.getResources();
    for (Resource resource : resources) {
      Path folder = Path.of(resource.getDirectory(), name);
      if (Files.isDirectory(folder)) {
        found.add(FILESYSTEM + folder);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          CLASSPATH
              + name
              + " is not a folder in the resources of this project; name the folder of the migrations:"
              + " -Dkinrow.migrations=…");
    }
    return found;
  }
}
