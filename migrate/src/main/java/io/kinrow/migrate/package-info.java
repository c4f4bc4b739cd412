/**
 * Migrations on top of open-source Flyway. A Flyway configuration or an SQLite database comes in; a
 * migrated, undone, verified or compared schema goes out.
 */
@NullMarked
package io.kinrow.migrate;

import org.jspecify.annotations.NullMarked;
