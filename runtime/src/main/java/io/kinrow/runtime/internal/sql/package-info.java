/**
 * Statements: what comes in is a text (rendered by jOOQ, at build time or once per database) and
 * its values; what goes out are rows, read by position. Called by the rest of the runtime.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.runtime.internal.sql;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
