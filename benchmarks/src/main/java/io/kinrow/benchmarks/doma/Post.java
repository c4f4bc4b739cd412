package io.kinrow.benchmarks.doma;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.seasar.doma.Entity;
import org.seasar.doma.GeneratedValue;
import org.seasar.doma.GenerationType;
import org.seasar.doma.Id;
import org.seasar.doma.Table;

/** As Doma maps it. */
@Entity
@Table(name = "posts")
public record Post(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Nullable Long id,
    String body,
    LocalDateTime createdAt,
    long userId,
    @Nullable Long replyToId) {}
