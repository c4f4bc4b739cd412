package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.service.Seed;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code microblog seed}. */
@Command(name = "seed", description = "Adds made-up users, posts, replies and follows.")
final class SeedCommand implements Callable<Integer> {

  private static final List<Column<Seed.Sown>> COLUMNS =
      List.of(
          Column.number("users", Seed.Sown::users),
          Column.number("posts", Seed.Sown::posts),
          Column.number("follows", Seed.Sown::follows));

  private final BlogSession session;

  @Spec private @Nullable CommandSpec command;

  @Option(names = "--users", paramLabel = "N", description = "How many users (default: 100).")
  private int users = 100;

  @Option(names = "--posts", paramLabel = "M", description = "How many posts (default: 1000).")
  private int posts = 1000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same number on the same database adds the same rows (default: 1).")
  private long seed = 1;

  SeedCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (users < 0 || posts < 0) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          "--users and --posts must not be negative");
    }
    return session.writing(
        blog -> {
          Seed.Progress progress =
              session.console().terminal() ? new ProgressBars() : Seed.Progress.NONE;
          Seed.Sown sown = new Seed(blog, seed, progress).sow(users, posts);
          session.done(
              "Added "
                  + Counted.of(sown.users(), "user")
                  + ", "
                  + Counted.of(sown.posts(), "post")
                  + " and "
                  + Counted.of(sown.follows(), "follow")
                  + ".",
              COLUMNS,
              sown);
        });
  }
}
