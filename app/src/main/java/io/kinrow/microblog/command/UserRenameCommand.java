package io.kinrow.microblog.command;

import io.kinrow.blog.User;
import io.kinrow.microblog.service.Users;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code microblog user rename}. */
@Command(name = "rename", description = "Gives a user another nickname.")
final class UserRenameCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(index = "0", paramLabel = "NICK", description = "The current nickname.")
  private String nickname = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The new nickname.")
  private String newNickname = "";

  UserRenameCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.writing(
        blog -> {
          User user = new Users(blog).rename(nickname, newNickname);
          session.done(
              "Renamed " + nickname + " to " + user.nickname() + ".", UserColumns.PLAIN, user);
        });
  }
}
