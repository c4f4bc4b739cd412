/**
 * Plans scripts: two catalogues that differ come in, and out comes the script that leads from one
 * to the other, with what it keeps, rebuilds and loses.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.migrate.plan;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
