/** What the processor knows of a database: plain values, read once, then only looked at. */
@NullMarked
package io.kinrow.processor.model;

import org.jspecify.annotations.NullMarked;
