/**
 * Migrations on top of open-source Flyway: what comes in is a Flyway configuration or an SQLite
 * database, what goes out is a migrated, undone, verified or compared schema.
 */
@NullMarked
package io.kinrow.migrate;

import org.jspecify.annotations.NullMarked;
