package io.kinrow.microblog.command;

import io.kinrow.blog.Post;
import io.kinrow.microblog.output.Listing;
import io.kinrow.microblog.service.Posts;
import io.kinrow.runtime.Page;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code microblog post list}. */
@Command(name = "list", description = "Lists posts, newest first.")
final class PostListCommand implements Callable<Integer> {

  private final BlogSession session;

  @Option(names = "--user", paramLabel = "NICK", description = "Only the posts of this user.")
  private @Nullable String nickname;

  @Mixin private Paging paging = new Paging();

  PostListCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.reading(
        blog -> {
          Page<Post> page = new Posts(blog).page(nickname, paging.page(), paging.size());
          String none = page.total() == 0 ? "No posts." : "No posts on this page.";
          session.list(
              Listing.of(PostColumns.LIST, page.rows(), none).more(Paging.more(page, "posts")));
        });
  }
}
