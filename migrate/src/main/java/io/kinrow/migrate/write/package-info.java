/**
 * Writes a migration and its undo: plans the way there, runs it, plans the way back, proves both.
 */
@NullMarked
package io.kinrow.migrate.write;

import org.jspecify.annotations.NullMarked;
