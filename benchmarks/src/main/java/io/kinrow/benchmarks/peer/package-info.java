/**
 * The same work done with different libraries, one class each, in the form that the library's own
 * documentation recommends. {@link io.kinrow.benchmarks.peer.Peer} says what the work is.
 */
@NullMarked
package io.kinrow.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
