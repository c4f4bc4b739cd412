/** From a model without problems to Java files. The only place that knows JavaPoet. */
@ApiStatus.Internal
@NullMarked
package io.kinrow.processor.write;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
