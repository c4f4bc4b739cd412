/**
 * Warns of migrations that may hurt: a folder of them and, if there is one, a live database come
 * in, findings with stable codes go out.
 */
@NullMarked
package io.kinrow.migrate.lint;

import org.jspecify.annotations.NullMarked;
