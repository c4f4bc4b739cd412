package io.kinrow.migrate.diff;

/**
 * What a pair of scripts was proved on, besides a database without rows.
 *
 * @param rows how many rows there were
 * @param tables how many tables came back with what they held
 * @param columns how many of their columns were compared, value by value
 */
public record Proof(int rows, int tables, int columns) {}
