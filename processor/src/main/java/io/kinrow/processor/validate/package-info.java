/** One class per rule: what comes in is the model, what goes out are problems. */
@ApiStatus.Internal
@NullMarked
package io.kinrow.processor.validate;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
