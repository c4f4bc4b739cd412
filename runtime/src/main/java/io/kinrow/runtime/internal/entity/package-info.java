/**
 * What generated entities stand on: a mapping reads rows into entities, each of which knows its
 * {@link io.kinrow.runtime.internal.entity.Kin}, the rows that were read with it, and navigates
 * through it.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.runtime.internal.entity;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
