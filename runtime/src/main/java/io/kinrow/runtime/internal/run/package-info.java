/** Running statements on a session: on JDBC, or by jOOQ where the user's listeners take part. */
@ApiStatus.Internal
@NullMarked
package io.kinrow.runtime.internal.run;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
