/**
 * How a project configures Flyway. In come properties, a configuration file or Flyway's own
 * configuration; out goes one immutable description that every scratch database is migrated with.
 */
@NullMarked
package io.kinrow.migrate.settings;

import org.jspecify.annotations.NullMarked;
