/** What the processor knows of a database: plain values, read once, then only looked at. */
@ApiStatus.Internal
@NullMarked
package io.kinrow.processor.model;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
