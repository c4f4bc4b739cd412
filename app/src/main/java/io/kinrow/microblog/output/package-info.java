/** How results are shown: rows come in; a table, JSON or CSV goes out. */
@NullMarked
package io.kinrow.microblog.output;

import org.jspecify.annotations.NullMarked;
