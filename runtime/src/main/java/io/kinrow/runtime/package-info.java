/**
 * What users of generated code meet: {@link io.kinrow.runtime.Database}, {@link
 * io.kinrow.runtime.Repository}, {@link io.kinrow.runtime.Query}. Comes in: a JDBC URL or a jOOQ
 * context; goes out: entities.
 */
@NullMarked
package io.kinrow.runtime;

import org.jspecify.annotations.NullMarked;
