/** From annotations and jOOQ's table classes to the model; what does not fit is a problem. */
@ApiStatus.Internal
@NullMarked
package io.kinrow.processor.read;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
