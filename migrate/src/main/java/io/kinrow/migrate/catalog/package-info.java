/**
 * What a database holds, as values: an open connection comes in, immutable records of its tables,
 * views and triggers go out. Two records are equal when they mean the same, however their SQL was
 * written.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.migrate.catalog;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
