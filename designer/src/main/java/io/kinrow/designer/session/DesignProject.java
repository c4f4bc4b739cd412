package io.kinrow.designer.session;

import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Path;

/**
 * The files of a project that the page works with.
 *
 * @param desired the file or folder of the desired schema
 * @param layout the file that says where tables stand, which need not exist
 * @param migrations the folder that migrations are written to
 * @param settings how the project runs its migrations
 */
public record DesignProject(Path desired, Path layout, Path migrations, FlywaySettings settings) {}
