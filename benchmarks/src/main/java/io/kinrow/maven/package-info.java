/** The part of the harness that runs what is inside the Maven plugin. */
@NullMarked
package io.kinrow.maven;

import org.jspecify.annotations.NullMarked;
