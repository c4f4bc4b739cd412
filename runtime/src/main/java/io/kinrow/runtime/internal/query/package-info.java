/**
 * Dynamic queries: what comes in is a table, jOOQ's conditions and an order; what goes out are
 * entities, read by the generated mapping. Called by {@link io.kinrow.runtime.Query}.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.runtime.internal.query;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
