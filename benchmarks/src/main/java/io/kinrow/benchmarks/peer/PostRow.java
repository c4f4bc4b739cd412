package io.kinrow.benchmarks.peer;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A post, for the peers whose users write such classes themselves. */
public record PostRow(
    long id, String body, LocalDateTime createdAt, long userId, @Nullable Long replyToId) {

  void add(Checksum sum) {
    sum.add(id).add(body).add(createdAt).add(userId).add(replyToId);
  }
}
