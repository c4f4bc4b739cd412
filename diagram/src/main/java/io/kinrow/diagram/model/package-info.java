/**
 * What is drawn, whatever database it comes from: plain records of tables, columns and references,
 * and of pictures, in which each of them has a mark that says what happened to it.
 */
@NullMarked
package io.kinrow.diagram.model;

import org.jspecify.annotations.NullMarked;
