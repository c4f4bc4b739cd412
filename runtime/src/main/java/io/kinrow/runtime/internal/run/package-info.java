/** Running statements on a session: on JDBC, or by jOOQ where the user's listeners take part. */
@NullMarked
package io.kinrow.runtime.internal.run;

import org.jspecify.annotations.NullMarked;
