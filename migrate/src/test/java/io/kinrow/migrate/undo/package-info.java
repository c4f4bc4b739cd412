@NullMarked
package io.kinrow.migrate.undo;

import org.jspecify.annotations.NullMarked;
