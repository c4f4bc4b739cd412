/**
 * What only generated code and Kinrow itself use: it may change with any version. People use {@link
 * io.kinrow.runtime} and {@link io.kinrow.annotation}.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.runtime.internal;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
