/**
 * Plans scripts: two catalogues that differ come in, and out comes the script that leads from one
 * to the other, with what it keeps, rebuilds and loses.
 */
@NullMarked
package io.kinrow.migrate.plan;

import org.jspecify.annotations.NullMarked;
