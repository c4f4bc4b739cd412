/**
 * The jOOQ side: jOOQ's definitions of a migrated database come in, and go out as jOOQ's classes
 * with {@code @TableDescription} on each table, all under the names of {@link
 * io.kinrow.processor.name.NamingRules}. SQLite's catalogue is read here too, where jOOQ misreads
 * it.
 */
@NullMarked
package io.kinrow.processor.jooq;

import org.jspecify.annotations.NullMarked;
