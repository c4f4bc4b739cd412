package io.kinrow.microblog.command;

import picocli.CommandLine.Command;

/** {@code microblog user}. */
@Command(
    name = "user",
    description = "Adds, shows, renames, deletes and connects users.",
    subcommands = {
      UserAddCommand.class,
      UserListCommand.class,
      UserShowCommand.class,
      UserRenameCommand.class,
      UserDeleteCommand.class,
      UserFollowCommand.class,
      UserUnfollowCommand.class
    })
final class UserCommand {}
