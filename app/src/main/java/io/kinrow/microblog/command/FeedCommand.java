package io.kinrow.microblog.command;

import io.kinrow.blog.Post;
import io.kinrow.microblog.output.Listing;
import io.kinrow.microblog.service.Posts;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Slice;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code microblog feed}. */
@Command(
    name = "feed",
    description = "Lists the posts of a user and of those whom the user follows, newest first.")
final class FeedCommand implements Callable<Integer> {

  private final BlogSession session;

  @Spec private @Nullable CommandSpec command;

  @Parameters(paramLabel = "NICK", description = "The user whose feed to show.")
  private String nickname = "";

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "The maximum number of posts to show (default: 20).")
  private int size = 20;

  @Option(
      names = "--after",
      paramLabel = "TOKEN",
      description = "Continue where an earlier call ended, which printed this token.")
  private @Nullable String token;

  FeedCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Positive.require(Objects.requireNonNull(command), "--size", size);
    Cursor after = token == null ? null : cursor(token);
    return session.reading(blog -> show(slice(new Posts(blog), after)));
  }

  private Cursor cursor(String text) {
    try {
      return Cursor.of(text);
    } catch (IllegalArgumentException e) {
      throw noToken();
    }
  }

  /** A token may be one and still not fit: of another list, or cut short. */
  private Slice<Post> slice(Posts posts, @Nullable Cursor after) {
    try {
      return posts.feed(nickname, size, after);
    } catch (IllegalArgumentException e) {
      if (after == null) {
        throw e;
      }
      throw noToken();
    }
  }

  private ParameterException noToken() {
    return new ParameterException(
        Objects.requireNonNull(command).commandLine(),
        "--after takes a token that an earlier call printed, not '" + token + "'");
  }

  private void show(Slice<Post> slice) {
    String next = slice.next().map(Cursor::token).orElse(null);
    String hint = next == null ? "" : "More: --after " + next;
    session.list(
        Listing.of(PostColumns.LIST, slice.rows(), "No posts here.")
            .more(new Listing.More(hint, Collections.singletonMap("next", next))));
  }
}
