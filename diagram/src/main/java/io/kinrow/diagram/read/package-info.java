/**
 * Reads what is drawn: migrations, a file of {@code CREATE} statements or a connection come in, a
 * model goes out. What differs between SQLite and PostgreSQL is decided here.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.diagram.read;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
