package io.kinrow.benchmarks.micronaut;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** As Micronaut Data maps it. */
@MappedEntity("posts")
public record Post(
    @Id @GeneratedValue(GeneratedValue.Type.IDENTITY) @Nullable Long id,
    String body,
    LocalDateTime createdAt,
    long userId,
    @Nullable Long replyToId) {}
