/**
 * Reads SQL text the way SQLite's and PostgreSQL's own tokenizers do: a string comes in, tokens,
 * statements and the parts of a {@code CREATE TABLE} go out. Nothing here knows a database
 * connection.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.migrate.sql;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
