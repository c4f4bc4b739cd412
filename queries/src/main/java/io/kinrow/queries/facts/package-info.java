/** Writes what is known of queries: descriptions come in; a Java source goes out. */
@ApiStatus.Internal
@NullMarked
package io.kinrow.queries.facts;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
