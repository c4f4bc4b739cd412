/**
 * The facts of a migrated database as plain values: what jOOQ's definitions and SQLite's catalogue
 * say comes in, the naming rules and the writer of {@code @TableDescription} read them.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.processor.fact;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
