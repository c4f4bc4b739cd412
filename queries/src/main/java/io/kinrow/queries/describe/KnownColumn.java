package io.kinrow.queries.describe;

/**
 * A column of the migrated database.
 *
 * @param type its declared type, as written
 * @param notNull whether no row can have NULL in it
 */
record KnownColumn(String name, String type, boolean notNull) {}
