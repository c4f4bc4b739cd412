/**
 * Scripts as SQL to read: a planned migrate or undo comes in; its statements, and one script that
 * does the same with SQLite's or PostgreSQL's own shell, go out.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.migrate.script;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
