/** From a model without problems to Java files. The only place that knows JavaPoet. */
@NullMarked
package io.kinrow.processor.write;

import org.jspecify.annotations.NullMarked;
