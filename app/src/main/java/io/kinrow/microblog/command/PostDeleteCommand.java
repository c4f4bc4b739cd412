package io.kinrow.microblog.command;

import io.kinrow.blog.Post;
import io.kinrow.microblog.service.Posts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code microblog post delete}. */
@Command(name = "delete", description = "Deletes a post; replies to it stay.")
final class PostDeleteCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(paramLabel = "ID", description = "The post.")
  private long id;

  PostDeleteCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.writing(
        blog -> {
          Post post = new Posts(blog).delete(id);
          session.done("Deleted post " + id + ".", PostColumns.LIST, post);
        });
  }
}
