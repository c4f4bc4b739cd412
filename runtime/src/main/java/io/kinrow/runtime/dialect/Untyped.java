package io.kinrow.runtime.dialect;

/**
 * A value as PostgreSQL itself wrote it, bound without a type: the server takes it for a value of
 * the type that it is compared with, whichever that is.
 *
 * @param text the value's text
 */
public record Untyped(String text) {}
