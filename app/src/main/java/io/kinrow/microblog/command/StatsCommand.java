package io.kinrow.microblog.command;

import io.kinrow.blog.BlogQueries.Statistics;
import io.kinrow.microblog.output.Column;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code microblog stats}. */
@Command(
    name = "stats",
    description = "Counts users, posts and follows, and names those with the most.")
final class StatsCommand implements Callable<Integer> {

  private static final List<Column<Statistics>> COLUMNS =
      List.of(
          Column.number("users", Statistics::users),
          Column.number("posts", Statistics::posts),
          Column.number("replies", Statistics::replies),
          Column.number("follows", Statistics::follows),
          Column.of("firstPost", Statistics::firstPost),
          Column.of("lastPost", Statistics::lastPost),
          Column.of("mostPosts", Statistics::mostPosts),
          Column.of("mostFollowers", Statistics::mostFollowers));

  private final BlogSession session;

  StatsCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.reading(blog -> session.one(COLUMNS, blog.blogQueries().statistics()));
  }
}
