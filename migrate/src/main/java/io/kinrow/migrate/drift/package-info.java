/**
 * Finds drift: a live database, its migrations and the desired schema come in, and what differs
 * between them goes out. Nothing is written to the database.
 */
@NullMarked
package io.kinrow.migrate.drift;

import org.jspecify.annotations.NullMarked;
