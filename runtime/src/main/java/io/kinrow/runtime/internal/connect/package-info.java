/**
 * Connections: what comes in is a JDBC URL, a {@code DataSource} or a jOOQ {@code DSLContext}; what
 * goes out is a {@link io.kinrow.runtime.internal.connect.Session}, one connection with its kept
 * statements.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.runtime.internal.connect;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
