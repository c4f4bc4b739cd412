package io.kinrow.benchmarks.peer;

import java.time.LocalDateTime;

/** A post to be inserted. */
public record NewPost(String body, LocalDateTime createdAt, long userId) {}
