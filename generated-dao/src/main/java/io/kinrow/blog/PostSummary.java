package io.kinrow.blog;

import io.kinrow.annotation.Projection;
import java.time.LocalDateTime;
import java.util.Optional;

/** A post as a list of posts shows it. */
@Projection(Post.class)
public record PostSummary(
    long id,
    String body,
    LocalDateTime createdAt,
    Author author,
    Optional<Answered> replyTo,
    long repliesCount) {

  /** Who wrote a post. */
  public record Author(String nickname, Optional<String> aboutMe) {}

  /** The post that it answers. */
  public record Answered(long id, Author author) {}
}
