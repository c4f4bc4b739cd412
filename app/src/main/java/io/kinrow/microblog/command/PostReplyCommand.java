package io.kinrow.microblog.command;

import io.kinrow.blog.Post;
import io.kinrow.microblog.service.Posts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code microblog post reply}. */
@Command(name = "reply", description = "Replies to a post.")
final class PostReplyCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(index = "0", paramLabel = "ID", description = "The post to reply to.")
  private long id;

  @Parameters(index = "1", paramLabel = "NICK", description = "The author of the reply.")
  private String nickname = "";

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "TEXT",
      description = PostBody.DESCRIPTION)
  private List<String> words = List.of();

  PostReplyCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    String text = PostBody.of(words, session.console());
    return session.writing(
        blog -> {
          Post reply = new Posts(blog).reply(id, nickname, text);
          session.done(
              "Added post " + reply.id() + " of " + nickname + ", which answers post " + id + ".",
              PostColumns.LIST,
              reply);
        });
  }
}
