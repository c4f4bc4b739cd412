/**
 * Every Java name there is: the facts of a schema and the user's overrides come in, {@link
 * io.kinrow.processor.name.GeneratedNames} goes out, for jOOQ's classes and for entities alike. The
 * rules are told in {@code docs/names.md}.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.processor.name;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
