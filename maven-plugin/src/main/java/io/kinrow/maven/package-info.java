/**
 * {@code kinrow:generate}: migrations and a few parameters come in, jOOQ's classes with the facts
 * of each table go out. The mojo only translates Maven's parameters; {@link
 * io.kinrow.maven.GenerationRun} does the work.
 */
@NullMarked
package io.kinrow.maven;

import org.jspecify.annotations.NullMarked;
