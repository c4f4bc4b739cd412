package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Listing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code microblog user list}. */
@Command(
    name = "list",
    description = "Lists all users with the number of their posts and followers.")
final class UserListCommand implements Callable<Integer> {

  private final BlogSession session;

  UserListCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.reading(
        blog ->
            session.list(
                Listing.of(
                    UserColumns.LIST,
                    blog.users().all(),
                    "No users yet. Add one: "
                        + session.database().command()
                        + " user add NICK EMAIL")));
  }
}
