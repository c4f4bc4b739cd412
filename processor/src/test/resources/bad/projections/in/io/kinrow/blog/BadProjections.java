package io.kinrow.blog;

import io.kinrow.annotation.Projection;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class BadProjections {

  @Projection(Post.class)
  static class NotARecord {}

  @Projection(Post.class)
  record Generic<T>(long id, T body) {}

  @Projection(Post.class)
  record Empty() {}

  @Projection(Post.class)
  private record Hidden(long id) {}

  @Projection(String.class)
  record NoEntity(long id) {}

  @Projection(BadProjections.class)
  record NoEntityEither(long id) {}

  @Projection(Post.class)
  record Unknown(long idd, LocalDateTime created_at, Name auther, int repliesCounted, String title) {}

  record Name(String nickname) {}

  @Projection(Post.class)
  record WrongTypes(
      String id,
      Optional<Integer> replyToId,
      String author,
      boolean repliesCount,
      Set<Line> replies,
      List<String> body) {}

  record Line(String body) {}

  @Projection(Post.class)
  record MayBeNull(long replyToId, Line replyTo) {}

  @Projection(Post.class)
  record UnknownInside(Optional<Body> replyTo, Writer author) {}

  record Body(String text) {}

  record Writer(String nickname, String aboutMe) {}

  @Projection(Post.class)
  record ListInside(Fan author) {}

  record Fan(List<Name> followers) {}

  @Projection(Post.class)
  record Itself(long id, Optional<Itself> replyTo, List<Itself> replies) {}

  @Projection(Post.class)
  record GenericInside(Pair<String> author) {}

  record Pair<T>(T nickname) {}

  @Projection(Post.class)
  record AnEntity(User author, List<Post> replies) {}

  static class Inner {
    static class User {}
  }

  @Projection(Inner.User.class)
  record NamedAsOne(long id) {}

  @Projection(User.class)
  interface NorAnInterface {}
}
