/**
 * Writes pictures: a scene or a picture comes in, SVG, HTML, Mermaid or DBML goes out. Names come
 * from a database that anybody may have named; each format has one place that escapes them.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.diagram.write;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
