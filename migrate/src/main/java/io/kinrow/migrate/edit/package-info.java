/**
 * Edits of {@code desired.sql}: the text of a schema and a change of it come in, the text with only
 * the affected statements changed goes out. Everything else stays as it was, byte for byte.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.migrate.edit;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
