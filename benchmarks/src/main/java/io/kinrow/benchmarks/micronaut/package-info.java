/** Micronaut Data's entities and repositories, which its annotation processor reads. */
@NullMarked
package io.kinrow.benchmarks.micronaut;

import org.jspecify.annotations.NullMarked;
