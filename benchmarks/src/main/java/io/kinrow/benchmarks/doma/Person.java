package io.kinrow.benchmarks.doma;

import org.seasar.doma.Entity;

/** A user without the posts, as Doma maps it. */
@Entity
public record Person(long id, String nickname) {}
