package io.kinrow.benchmarks.doma;

import org.seasar.doma.Entity;

/** The text of a post, as Doma maps it. */
@Entity
public record Text(long id, String body) {}
