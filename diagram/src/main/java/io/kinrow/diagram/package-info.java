/**
 * Draws schemas: migrations, a database or a file of {@code CREATE} statements come in; SVG, HTML,
 * Mermaid or DBML goes out.
 */
@NullMarked
package io.kinrow.diagram;

import org.jspecify.annotations.NullMarked;
