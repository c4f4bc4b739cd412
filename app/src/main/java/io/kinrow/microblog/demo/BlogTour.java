package io.kinrow.microblog.demo;

import static io.kinrow.blog.db.Tables.POSTS;

import io.kinrow.blog.Blog;
import io.kinrow.blog.Post;
import io.kinrow.blog.User;
import io.kinrow.runtime.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tour itself. Its source is printed as it runs, from the first line after {@code run} on, so
 * that what is shown is what is done.
 */
final class BlogTour {

  private final Blog blog;
  private final Consumer<Object> show;
  private final String suffix;

  /**
   * @param suffix makes the nicknames new ones in a blog that has them already
   */
  BlogTour(Blog blog, String suffix, Consumer<Object> show) {
    this.blog = blog;
    this.suffix = suffix;
    this.show = show;
  }

  private String named(String nickname) {
    return nickname + suffix;
  }

  private void show(Object result) {
    show.accept(result);
  }

  // the tour begins
  void run() {
    // Add two users. A required column left out does not compile.
    String john = named("john");
    String susan = named("susan");
    User first = blog.users().insert(u -> u.nickname(john).email(john + "@example.com"));
    User second = blog.users().insert(u -> u.nickname(susan).email(susan + "@example.com"));
    show(first);

    // Add posts. The author is a user, not a number.
    blog.posts().insert(p -> p.body("my first post!").author(first));
    blog.posts().insert(p -> p.body("Beautiful day in Portland!").author(second));
    Post third = blog.posts().insert(p -> p.body("jOOQ renders, Kinrow reads").author(second));

    // All of them, one by its key, one by its unique nickname.
    List<User> users = blog.users().all();
    show(users.size() + " users");
    User again = blog.users().get(first.id());
    show(again.equals(first));
    Optional<User> named = blog.users().findByNickname(susan);
    show(named);

    // user.posts(): the posts of all users of the result, with one statement.
    // post.author(): is there already, without any.
    for (User user : users) {
      for (Post post : user.posts()) {
        show(post.author().nickname() + ": " + post.body());
      }
    }

    // The other way round: two statements, however many posts.
    for (Post post : blog.posts().all()) {
      show(post.id() + " by " + post.author().nickname());
    }

    // Filter by any condition of jOOQ's; POSTS.author() joins by itself.
    List<Post> found =
        blog.posts().where(POSTS.author().NICKNAME.eq(susan), POSTS.BODY.contains("jOOQ")).list();
    show(found);

    // A page, the newest first, with the number of all.
    Page<Post> page = blog.posts().orderBy(POSTS.CREATED_AT.desc()).page(1, 2);
    show(page.rows().size() + " of " + page.total() + " posts, " + page.pages() + " pages");

    // Change: only the changed column is written.
    User renamed = blog.users().update(first.withAboutMe("Learning SQL."));
    show(renamed);

    // Delete a post; then a user, whose posts the database deletes with it.
    show(blog.posts().delete(third));
    show(blog.users().delete(second));
    show(blog.users().delete(first));
    show(blog.users().find(first.id()));
  }
  // the tour ends
}
