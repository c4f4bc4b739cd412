package io.kinrow.benchmarks.micronaut;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;

/** A post whose generated key is not wanted: SQLite's driver gives none for a batch. */
@MappedEntity("posts")
public record KeylessPost(String body, LocalDateTime createdAt, long userId) {}
