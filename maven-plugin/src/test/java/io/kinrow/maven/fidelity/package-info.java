/**
 * The property that values are what they were: every type × written by every path × read by every
 * path. A generated program plugs its repositories into {@link Fidelity}; {@link Samples} has the
 * values, and the forms that other programs store.
 */
package io.kinrow.maven.fidelity;
