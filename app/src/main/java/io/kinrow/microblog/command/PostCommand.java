package io.kinrow.microblog.command;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code microblog post}. */
@Command(
    name = "post",
    description = "Adds, lists, searches and deletes posts, and replies to them.")
final class PostCommand {

  static final List<Class<?>> SUBCOMMANDS =
      List.of(
          PostAddCommand.class,
          PostListCommand.class,
          PostSearchCommand.class,
          PostReplyCommand.class,
          PostDeleteCommand.class);
}
