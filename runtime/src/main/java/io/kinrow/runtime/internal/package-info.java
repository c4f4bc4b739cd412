/**
 * What only generated code and Kinrow itself use: it may change with any version. People use {@link
 * io.kinrow.runtime} and {@link io.kinrow.annotation}.
 */
@NullMarked
package io.kinrow.runtime.internal;

import org.jspecify.annotations.NullMarked;
