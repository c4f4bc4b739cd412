/**
 * A web server for one page on this machine: requests come in, and those that pass every check go
 * to an endpoint. It knows nothing of schemas.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.designer.server;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
