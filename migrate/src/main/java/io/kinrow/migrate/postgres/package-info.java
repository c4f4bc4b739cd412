/**
 * What PostgreSQL's own catalogues say about a database: what comes in is a connection, what goes
 * out is every object with all of its properties, in a form that can be compared.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.migrate.postgres;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
