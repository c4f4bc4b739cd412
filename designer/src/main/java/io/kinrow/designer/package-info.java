/**
 * The design page: {@link DesignServer} serves it on this machine. A project's desired schema comes
 * in; the schema with its changes, and migrations that were proved, go out as files.
 */
@NullMarked
package io.kinrow.designer;

import org.jspecify.annotations.NullMarked;
