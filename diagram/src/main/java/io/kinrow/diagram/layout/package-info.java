/**
 * Where everything of a picture stands: tables, columns and references come in, a scene of boxes
 * and lines with their coordinates goes out. The same picture gives the same coordinates on every
 * machine: no font is looked up, and nothing depends on time or on hash codes.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.diagram.layout;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
