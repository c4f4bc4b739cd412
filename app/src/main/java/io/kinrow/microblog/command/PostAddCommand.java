package io.kinrow.microblog.command;

import io.kinrow.blog.Post;
import io.kinrow.microblog.service.Posts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code microblog post add}. */
@Command(name = "add", description = "Adds a post.")
final class PostAddCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(index = "0", paramLabel = "NICK", description = "The author.")
  private String nickname = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TEXT",
      description = PostBody.DESCRIPTION)
  private List<String> words = List.of();

  PostAddCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    String text = PostBody.of(words, session.console());
    return session.writing(
        blog -> {
          Post post = new Posts(blog).add(nickname, text);
          session.done("Added post " + post.id() + " of " + nickname + ".", PostColumns.LIST, post);
        });
  }
}
