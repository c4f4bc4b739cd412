/**
 * Writing: what comes in is a draft or a changed entity, what goes out is the stored row, or jOOQ's
 * exception that names the table, the key and the values which broke a constraint.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.runtime.internal.write;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
