package io.kinrow.microblog.command;

import io.kinrow.microblog.Refused;
import io.kinrow.microblog.service.Users;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code microblog user delete}. */
@Command(name = "delete", description = "Deletes a user and, with --yes, the user's posts.")
final class UserDeleteCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(paramLabel = "NICK", description = "The user's nickname.")
  private String nickname = "";

  @Option(names = "--yes", description = "Delete the user's posts too.")
  private boolean yes;

  UserDeleteCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.writing(
        blog -> {
          Users.Deleted deleted = new Users(blog).delete(nickname, yes);
          if (deleted.refused()) {
            throw new Refused(
                nickname + " has " + Counted.of(deleted.posts(), "post") + ", which would go too",
                "Add --yes to delete them");
          }
          session.done(
              "Deleted "
                  + nickname
                  + (deleted.posts() == 0 ? "" : " and " + Counted.of(deleted.posts(), "post"))
                  + ".",
              UserColumns.PLAIN,
              deleted.user());
        });
  }
}
