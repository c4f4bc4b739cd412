/**
 * Writes migrations: two schemas come in, and out go their differences and a proved pair of
 * scripts: the {@code V} that leads from one to the other and the {@code U} that leads back.
 */
@NullMarked
package io.kinrow.migrate.diff;

import org.jspecify.annotations.NullMarked;
