/**
 * Runs declared queries: the statement that generated code holds as a constant, the values of the
 * method's parameters and a reader of its rows come in, and what the method returns goes out.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.runtime.internal.declared;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
