package io.kinrow.microblog.command;

import io.kinrow.blog.User;
import io.kinrow.microblog.service.Users;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code microblog user add}. */
@Command(name = "add", description = "Adds a user.")
final class UserAddCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(index = "0", paramLabel = "NICK", description = "The nickname, which must be unique.")
  private String nickname = "";

  @Parameters(
      index = "1",
      paramLabel = "EMAIL",
      description = "The email address, which must be unique.")
  private String email = "";

  @Option(names = "--about", paramLabel = "TEXT", description = "A text about the user.")
  private @Nullable String about;

  UserAddCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.writing(
        blog -> {
          User user = new Users(blog).add(nickname, email, about);
          session.done(
              "Added user " + user.id() + ", " + user.nickname() + ".", UserColumns.PLAIN, user);
        });
  }
}
