/**
 * A PostgreSQL server for a build: a version comes in, a server that only this build can reach and
 * that ends with it goes out. What is done with the server is decided elsewhere.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.maven.postgres;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
