package io.kinrow.migrate.catalog;

/** A view and its {@code [(columns)] AS SELECT …}. */
public record View(Name name, Expression definition) {}
