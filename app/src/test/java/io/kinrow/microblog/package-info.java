/** Tests of the command line, which run it as a process. */
@NullMarked
package io.kinrow.microblog;

import org.jspecify.annotations.NullMarked;
