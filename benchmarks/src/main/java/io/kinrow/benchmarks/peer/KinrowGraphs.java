package io.kinrow.benchmarks.peer;

import io.kinrow.blog.Blog;
import io.kinrow.blog.Post;
import io.kinrow.blog.User;
import java.util.List;
import java.util.function.BiConsumer;

/** By the generated repositories. */
record KinrowGraphs(Blog blog) implements Graphs<User, Post> {

  @Override
  public void insert(List<Writer> writers, BiConsumer<? super User, ? super Post> each) {
    List<User> users =
        blog.users()
            .insertAll(
                writers,
                (u, writer) ->
                    u.nickname(writer.nickname())
                        .email(writer.email())
                        .posts(
                            writer.posts(),
                            (p, post) -> p.body(post.body()).createdAt(post.createdAt())));
    for (User user : users) {
      for (Post post : user.posts()) {
        each.accept(user, post);
      }
    }
  }
}
