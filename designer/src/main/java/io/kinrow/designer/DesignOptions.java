package io.kinrow.designer;

import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What to design, and how to serve the page. Immutable: each method returns a new value.
 *
 * @param desired the file or folder of the desired schema
 * @param layout the file that keeps where tables stand, which need not exist
 * @param migrations the folder that migrations are written to
 * @param settings how the project runs its migrations; their locations are folders
 * @param port the port of 127.0.0.1; 0 for any free one
 * @param idle how long the page may be closed before the server stops
 */
public record DesignOptions(
    Path desired, Path layout, Path migrations, FlywaySettings settings, int port, Duration idle) {

  /** Browsers let a page in the background work once a minute. */
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

  /**
   * Returns options for a project whose migrations are in one folder.
   *
   * @param desired the file of the desired schema; its layout is kept beside it
   */
  public static DesignOptions of(Path desired, Path migrations) {
    return of(
        desired,
        desired.resolveSibling("desired.layout"),
        migrations,
        FlywaySettings.defaults().locations("filesystem:" + migrations.toAbsolutePath()));
  }

  /** Returns options for a project with settings of its own. */
  public static DesignOptions of(
      Path desired, Path layout, Path migrations, FlywaySettings settings) {
    return new DesignOptions(desired, layout, migrations, settings, 0, LONG_ENOUGH);
  }

  /** Returns the same on a port of your choice. */
  public DesignOptions port(int number) {
    return new DesignOptions(desired, layout, migrations, settings, number, idle);
  }

  /** Returns the same with another time until the server stops after the page was closed. */
  public DesignOptions idle(Duration time) {
    return new DesignOptions(desired, layout, migrations, settings, port, time);
  }
}
