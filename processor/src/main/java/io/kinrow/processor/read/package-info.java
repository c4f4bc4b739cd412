/** From annotations and jOOQ's table classes to the model; what does not fit is a problem. */
@NullMarked
package io.kinrow.processor.read;

import org.jspecify.annotations.NullMarked;
