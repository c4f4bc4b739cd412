package io.kinrow.maven;

import org.jspecify.annotations.Nullable;

/** How to reach a database. */
record Login(String url, @Nullable String user, @Nullable String password) {}
