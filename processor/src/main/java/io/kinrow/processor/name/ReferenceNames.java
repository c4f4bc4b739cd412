package io.kinrow.processor.name;

/**
 * The Java names of the navigations that come from one foreign key, for entities and jOOQ's paths.
 *
 * @param one from the referring row to the row referred to, {@code "author"}
 * @param many from the row referred to back to the referring rows, {@code "posts"}
 * @param across over a join table to the rows of its other foreign key, {@code "following"}; empty
 *     elsewhere
 */
public record ReferenceNames(String one, String many, String across) {}
