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
import picocli.CommandLine.Parameters;

/** {@code microblog post search}. */
@Command(name = "search", description = "Lists the posts that contain a text, newest first.")
final class PostSearchCommand implements Callable<Integer> {

  private final BlogSession session;

  @Parameters(paramLabel = "TEXT", description = "The text to look for, in upper or lower case.")
  private String text = "";

  @Option(names = "--user", paramLabel = "NICK", description = "Only the posts of this user.")
  private @Nullable String nickname;

  @Mixin private Paging paging = new Paging();

  PostSearchCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return session.reading(
        blog -> {
          Page<Post> page = new Posts(blog).search(text, nickname, paging.page(), paging.size());
          session.list(
              Listing.of(PostColumns.LIST, page.rows(), "No posts contain '" + text + "'.")
                  .more(Paging.more(page, "posts")));
        });
  }
}
