/**
 * Finds declared queries in sources: Java files come in; texts with the place of each character go
 * out.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.queries.source;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
