/**
 * The annotation that you write: {@link io.kinrow.annotation.Repositories}. Kinrow's annotation
 * processor reads it together with the facts that Kinrow's jOOQ generator has written on each table
 * class.
 */
@NullMarked
package io.kinrow.annotation;

import org.jspecify.annotations.NullMarked;
