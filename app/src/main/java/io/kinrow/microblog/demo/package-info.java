/**
 * The guided tour. Comes in: an empty or used blog; goes out: each line of the tour's own Java
 * source with the SQL that it ran.
 */
@NullMarked
package io.kinrow.microblog.demo;

import org.jspecify.annotations.NullMarked;
