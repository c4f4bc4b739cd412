/**
 * Declared queries: the methods of an interface and the facts about their statements come in, and
 * what each method binds, runs and reads goes out, or the problems that stand against it. And
 * projections: a record and its table come in, and what each component is read from goes out.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.processor.query;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
