package io.kinrow.benchmarks.doma;

import org.seasar.doma.Entity;

/** The text of a post, and whose it is, as Doma maps it. */
@Entity
public record OwnedText(long userId, long id, String body) {}
