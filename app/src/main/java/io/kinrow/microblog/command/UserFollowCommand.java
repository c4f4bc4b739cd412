package io.kinrow.microblog.command;

import io.kinrow.microblog.service.Users;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code microblog user follow}. */
@Command(name = "follow", description = "Makes a user follow another.")
final class UserFollowCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(index = "0", paramLabel = "NICK", description = "The user who follows.")
  private String nickname = "";

  @Parameters(index = "1", paramLabel = "OTHER", description = "The user who is followed.")
  private String other = "";

  UserFollowCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.writing(
        blog -> {
          Users.Following change = new Users(blog).follow(nickname, other);
          String sentence =
              change.changed()
                  ? nickname + " follows " + other + "."
                  : nickname + " follows " + other + " already.";
          session.done(sentence, FollowingColumns.ALL, change);
        });
  }
}
