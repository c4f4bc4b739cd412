/**
 * Writes a migration and its undo: plans the way there, runs it, plans the way back, proves both.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.migrate.write;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
