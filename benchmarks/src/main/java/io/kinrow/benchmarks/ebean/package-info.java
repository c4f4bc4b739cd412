/** Ebean's entities: the only classes that its plugin changes after they are compiled. */
@NullMarked
package io.kinrow.benchmarks.ebean;

import org.jspecify.annotations.NullMarked;
