/**
 * What Flyway finds through its service loader and calls: {@code undo}, with all that it can do.
 */
@NullMarked
package io.kinrow.migrate.flyway;

import org.jspecify.annotations.NullMarked;
