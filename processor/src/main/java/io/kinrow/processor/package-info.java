/**
 * Build time only: the annotation processor, which reads {@code @Repositories} and the
 * {@code @TableDescription} facts that it leads to, and writes entities, repositories and the
 * facade.
 */
@NullMarked
package io.kinrow.processor;

import org.jspecify.annotations.NullMarked;
