package io.kinrow.migrate.catalog;

import org.jspecify.annotations.Nullable;

/** A CHECK constraint; its name, where it has one, is part of what users see when it fails. */
public record Check(@Nullable Name name, Expression expression) {}
