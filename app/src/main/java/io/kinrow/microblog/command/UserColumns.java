package io.kinrow.microblog.command;

import io.kinrow.blog.User;
import io.kinrow.microblog.output.Column;
import java.util.List;

/** What is shown of users. */
final class UserColumns {

  /** The stored columns. */
  static final List<Column<User>> PLAIN =
      List.of(
          Column.number("id", User::id),
          Column.of("nickname", User::nickname),
          Column.of("email", User::email),
          Column.of("aboutMe", user -> user.aboutMe().orElse(null)),
          Column.of("lastSeen", user -> user.lastSeen().orElse(null)));

  /** With counts, each of which takes one statement for all users of the list. */
  static final List<Column<User>> LIST =
      List.of(
          Column.number("id", User::id),
          Column.of("nickname", User::nickname),
          Column.of("email", User::email),
          Column.number("posts", User::postsCount),
          Column.number("followers", User::followersCount),
          Column.number("following", User::followingCount));

  /** Everything. */
  static final List<Column<User>> DETAIL =
      List.of(
          Column.number("id", User::id),
          Column.of("nickname", User::nickname),
          Column.of("email", User::email),
          Column.of("aboutMe", user -> user.aboutMe().orElse(null)),
          Column.of("lastSeen", user -> user.lastSeen().orElse(null)),
          Column.number("posts", User::postsCount),
          Column.of("followers", user -> nicknames(user.followers())),
          Column.of("following", user -> nicknames(user.following())));

  private UserColumns() {}

  private static List<String> nicknames(List<User> users) {
    return users.stream().map(User::nickname).toList();
  }
}
