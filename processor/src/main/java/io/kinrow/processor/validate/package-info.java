/** One class per rule: what comes in is the model, what goes out are problems. */
@NullMarked
package io.kinrow.processor.validate;

import org.jspecify.annotations.NullMarked;
