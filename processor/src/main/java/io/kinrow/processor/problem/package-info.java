/**
 * What can be wrong with a user's input: every other package reports here; what goes out are
 * compile errors, all of them together.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.processor.problem;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
