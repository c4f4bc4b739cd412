/**
 * What differs from engine to engine: how a Java value is stored, bound and read. Rows and binds
 * come in, values that are what they were go out, or an error that says which value is not.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.runtime.internal.dialect;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
