/**
 * How a picture is to look: which tables stand where, which stand together, which columns are
 * shown.
 */
@NullMarked
package io.kinrow.diagram.options;

import org.jspecify.annotations.NullMarked;
