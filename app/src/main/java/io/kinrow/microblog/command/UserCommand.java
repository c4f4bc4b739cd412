package io.kinrow.microblog.command;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code microblog user}. */
@Command(name = "user", description = "Adds, shows, renames, deletes and connects users.")
final class UserCommand {

  static final List<Class<?>> SUBCOMMANDS =
      List.of(
          UserAddCommand.class,
          UserListCommand.class,
          UserShowCommand.class,
          UserRenameCommand.class,
          UserDeleteCommand.class,
          UserFollowCommand.class,
          UserUnfollowCommand.class);
}
