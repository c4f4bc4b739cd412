package io.kinrow.microblog.command;

import io.kinrow.blog.Post;
import io.kinrow.microblog.output.Column;
import java.util.List;

/** What is shown of posts. */
final class PostColumns {

  /** Each post with its author: one statement more for all posts of the list. */
  static final List<Column<Post>> LIST =
      List.of(
          Column.number("id", Post::id),
          Column.of("createdAt", Post::createdAt),
          Column.of("author", post -> post.author().nickname()),
          Column.number("replyTo", post -> post.replyToId().orElse(null)),
          Column.excerpt("body", Post::body));

  private PostColumns() {}
}
