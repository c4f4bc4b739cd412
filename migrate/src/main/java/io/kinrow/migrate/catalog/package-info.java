/**
 * What a database holds, as values: an open connection comes in, immutable records of its tables,
 * views and triggers go out. Two records are equal when they mean the same, however their SQL was
 * written.
 */
@NullMarked
package io.kinrow.migrate.catalog;

import org.jspecify.annotations.NullMarked;
