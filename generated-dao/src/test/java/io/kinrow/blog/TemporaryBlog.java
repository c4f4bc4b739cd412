package io.kinrow.blog;

/** A migrated database of its own for a test, deleted when closed. */
final class TemporaryBlog implements AutoCloseable {

  private final BlogEngine.Place place;

  /** On SQLite. */
  TemporaryBlog() {
    this(BlogEngine.SQLITE);
  }

  TemporaryBlog(BlogEngine engine) {
    place = engine.create();
  }

  String url() {
    return place.url();
  }

  Blog open() {
    return Blog.open(url());
  }

  /** So many users, each with so many posts. */
  Blog openWith(int users, int postsEach) {
    Blog blog = open();
    blog.transaction(
        tx -> {
          for (int i = 1; i <= users; i++) {
            String nickname = "user" + i;
            User user =
                tx.users().insert(u -> u.nickname(nickname).email(nickname + "@example.com"));
            for (int j = 1; j <= postsEach; j++) {
              String body = nickname + " says " + j;
              tx.posts().insert(p -> p.body(body).author(user));
            }
          }
        });
    return blog;
  }

  @Override
  public void close() {
    place.removal().run();
  }
}
