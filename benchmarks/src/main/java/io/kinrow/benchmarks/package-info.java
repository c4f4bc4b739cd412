/**
 * The harness: what comes in is the sample blog's schema and the peers, what goes out is a table of
 * times and bytes in relation to hand-written JDBC.
 */
@NullMarked
package io.kinrow.benchmarks;

import org.jspecify.annotations.NullMarked;
