package io.kinrow.microblog.command;

import io.kinrow.microblog.service.Users;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code microblog user show}. */
@Command(
    name = "show",
    description = "Shows a user, the user's followers and whom the user follows.")
final class UserShowCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(paramLabel = "NICK", description = "The user's nickname.")
  private String nickname = "";

  UserShowCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.reading(blog -> session.one(UserColumns.DETAIL, new Users(blog).get(nickname)));
  }
}
