/**
 * The classes that users of generated code work with: {@link io.kinrow.runtime.Database}, {@link
 * io.kinrow.runtime.Repository}, {@link io.kinrow.runtime.Query}. A JDBC URL or a jOOQ context
 * comes in; entities go out.
 */
@NullMarked
package io.kinrow.runtime;

import org.jspecify.annotations.NullMarked;
