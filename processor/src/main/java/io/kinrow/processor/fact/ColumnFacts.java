package io.kinrow.processor.fact;

/**
 * One column.
 *
 * @param name SQL name
 * @param nullable whether NULL is possible
 * @param defaulted whether an insert may leave it out because it has a default
 * @param identity whether the database numbers it
 * @param generated whether it is computed from other columns
 * @param storage what more there is to know of how its values are stored
 */
public record ColumnFacts(
    String name,
    boolean nullable,
    boolean defaulted,
    boolean identity,
    boolean generated,
    StorageFacts storage) {}
