/**
 * The annotations: {@link io.kinrow.annotation.Repositories} is written by you, {@link
 * io.kinrow.runtime.internal.TableDescription} by the jOOQ generator. The annotation processor
 * reads both.
 */
@NullMarked
package io.kinrow.annotation;

import org.jspecify.annotations.NullMarked;
