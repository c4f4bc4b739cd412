/**
 * What Flyway finds through its service loader and calls: {@code undo}, with all that it can do.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.migrate.flyway;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
