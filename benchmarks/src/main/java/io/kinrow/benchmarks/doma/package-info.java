/** Doma's entities and DAO, which it wants in files of their own. */
@NullMarked
package io.kinrow.benchmarks.doma;

import org.jspecify.annotations.NullMarked;
