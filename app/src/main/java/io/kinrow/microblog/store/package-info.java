/**
 * The database: a path or URL comes in; an open {@code Blog} goes out, or a refusal that says what
 * is wrong with the database and what to do.
 */
@NullMarked
package io.kinrow.microblog.store;

import org.jspecify.annotations.NullMarked;
