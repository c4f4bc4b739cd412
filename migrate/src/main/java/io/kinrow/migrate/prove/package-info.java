/**
 * Proves scripts: a planned pair comes in, is run as it will be written, on scratch databases with
 * and without rows, and what was proved comes out.
 */
@NullMarked
package io.kinrow.migrate.prove;

import org.jspecify.annotations.NullMarked;
