package io.kinrow.benchmarks.doma;

import java.time.LocalDateTime;
import org.seasar.doma.Entity;

/** A post, and the name of who wrote it, as Doma maps it. */
@Entity
public record Line(long id, String body, LocalDateTime createdAt, String author) {}
