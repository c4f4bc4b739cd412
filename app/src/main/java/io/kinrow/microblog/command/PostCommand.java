package io.kinrow.microblog.command;

import picocli.CommandLine.Command;

/** {@code microblog post}. */
@Command(
    name = "post",
    description = "Adds, lists, searches and deletes posts, and replies to them.",
    subcommands = {
      PostAddCommand.class,
      PostListCommand.class,
      PostSearchCommand.class,
      PostReplyCommand.class,
      PostDeleteCommand.class
    })
final class PostCommand {}
