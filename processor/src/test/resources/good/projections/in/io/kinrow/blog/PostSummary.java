package io.kinrow.blog;

import io.kinrow.annotation.Projection;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Projection(Post.class)
record PostSummary(
    long repliesCount,
    Author author,
    LocalDateTime createdAt,
    @Nullable Long replyToId,
    Optional<Answered> replyTo,
    long id) {

  record Author(String nickname, Optional<String> aboutMe, int postsCount) {}

  record Answered(@Nullable Author author) {}
}
