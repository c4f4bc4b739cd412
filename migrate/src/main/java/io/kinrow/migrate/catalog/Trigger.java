package io.kinrow.migrate.catalog;

/** A trigger on a table or view, and what follows its name. */
public record Trigger(Name name, Name table, Expression definition) {}
