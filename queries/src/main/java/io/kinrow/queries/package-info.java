/**
 * Checks declared queries: source files and a migrated database come in; facts or complaints go
 * out.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.queries;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
