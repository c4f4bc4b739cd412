/**
 * SQLite under Flyway without losing rows: what comes in is Flyway's own run of a script, what goes
 * out is the same run with foreign keys off, checked, and under SQLite's write lock.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.migrate.sqlite;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
