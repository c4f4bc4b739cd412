package io.kinrow.microblog.command;

import io.kinrow.microblog.service.Users;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code microblog user unfollow}. */
@Command(name = "unfollow", description = "Stops a user from following another.")
final class UserUnfollowCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(index = "0", paramLabel = "NICK", description = "The user who follows.")
  private String nickname = "";

  @Parameters(index = "1", paramLabel = "OTHER", description = "The user who is followed.")
  private String other = "";

  UserUnfollowCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.writing(
        blog -> {
          Users.Following change = new Users(blog).unfollow(nickname, other);
          String sentence =
              change.changed()
                  ? nickname + " follows no longer " + other + "."
                  : nickname + " did not follow " + other + ".";
          session.done(sentence, FollowingColumns.ALL, change);
        });
  }
}
