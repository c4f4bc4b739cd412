/**
 * Asks the migrated database: the text of a query comes in; what it returns, or what is wrong with
 * it, goes out.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.queries.describe;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
