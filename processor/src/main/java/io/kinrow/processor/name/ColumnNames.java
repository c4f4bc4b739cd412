package io.kinrow.processor.name;

/**
 * The Java names of one column.
 *
 * @param property name of the entity's accessor, {@code "aboutMe"}
 * @param field name of jOOQ's field constant, {@code "ABOUT_ME"}
 */
public record ColumnNames(String property, String field) {}
