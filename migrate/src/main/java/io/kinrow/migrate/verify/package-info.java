/**
 * Proof of undo scripts: what comes in is a project's migrations, what goes out is a report of
 * every schema object and table in which V, U, V does not end where it should.
 */
@NullMarked
package io.kinrow.migrate.verify;

import org.jspecify.annotations.NullMarked;
