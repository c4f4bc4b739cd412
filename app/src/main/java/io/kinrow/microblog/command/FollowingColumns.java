package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.service.Users;
import java.util.List;

/** What is shown of a follow or unfollow. */
final class FollowingColumns {

  static final List<Column<Users.Following>> ALL =
      List.of(
          Column.of("follower", change -> change.follower().nickname()),
          Column.of("followed", change -> change.followed().nickname()),
          Column.of("follows", Users.Following::follows),
          Column.of("changed", Users.Following::changed));

  private FollowingColumns() {}
}
