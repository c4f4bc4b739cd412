package io.kinrow.runtime.internal.declared;

import org.jspecify.annotations.Nullable;

/** A child, and the key of the row that it belongs to. */
public record Keyed<C extends @Nullable Object>(@Nullable Object key, C child) {}
