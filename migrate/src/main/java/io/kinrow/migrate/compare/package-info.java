/**
 * Compares schemas: two catalogues come in, and their differences come out, in terms of the renames
 * that a person has named. {@code diff}, {@code check}, {@code verify} and drift all use it.
 */
@NullMarked
package io.kinrow.migrate.compare;

import org.jspecify.annotations.NullMarked;
