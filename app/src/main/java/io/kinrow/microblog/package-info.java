/** The {@code microblog} command line. Comes in: arguments; goes out: an exit code. */
@NullMarked
package io.kinrow.microblog;

import org.jspecify.annotations.NullMarked;
