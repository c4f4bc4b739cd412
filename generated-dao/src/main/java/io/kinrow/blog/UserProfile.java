package io.kinrow.blog;

import io.kinrow.annotation.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as a profile shows one. */
@Projection(User.class)
public record UserProfile(
    String nickname,
    @Nullable String aboutMe,
    int followersCount,
    List<Written> posts,
    List<Followed> following) {

  /** Keeps lists that cannot be changed. */
  public UserProfile {
    posts = List.copyOf(posts);
    following = List.copyOf(following);
  }

  /** A post of theirs, and what was answered. */
  public record Written(long id, String body, @Nullable Topic replyTo, List<Answer> replies) {}

  /** The post that a post answers. */
  public record Topic(String body) {}

  /** An answer to a post. */
  public record Answer(String body, Followed author) {}

  /** Somebody else. */
  public record Followed(String nickname) {}
}
