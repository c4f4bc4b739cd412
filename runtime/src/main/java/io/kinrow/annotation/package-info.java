/**
 * The annotations that you write: {@link io.kinrow.annotation.Repositories} for a database, {@link
 * io.kinrow.annotation.Queries} for your own SQL, and {@link io.kinrow.annotation.Projection} for
 * records that queries end in. Kinrow's annotation processor reads them together with the facts
 * that Kinrow's jOOQ generator has written on each table class.
 */
@NullMarked
package io.kinrow.annotation;

import org.jspecify.annotations.NullMarked;
