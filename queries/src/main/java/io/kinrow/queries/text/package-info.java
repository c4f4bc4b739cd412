/**
 * Reads the text of a declared query: SQL with named parameters comes in; SQL with question marks
 * goes out.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.queries.text;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
