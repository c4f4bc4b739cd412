package io.kinrow.microblog.service;

import static io.kinrow.blog.db.Tables.POSTS;

import io.kinrow.blog.Blog;
import io.kinrow.blog.Post;
import io.kinrow.blog.User;
import io.kinrow.microblog.Refused;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Page;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What can be done with posts. */
public final class Posts {

  private final Blog blog;

  /** The posts of a blog. */
  public Posts(Blog blog) {
    this.blog = blog;
  }

  /**
   * The post with an id.
   *
   * @throws Refused if there is none
   */
  public Post get(long id) {
    return blog.posts()
        .find(id)
        .orElseThrow(
            () -> new Refused("There is no post " + id, "'microblog post list' shows the posts"));
  }

  /**
   * Adds a post.
   *
   * @throws Refused if there is no such user, or no text
   */
  public Post add(String nickname, String body) {
    return write(
        nickname, body, (tx, author) -> tx.posts().insert(p -> p.body(body).author(author)));
  }

  /**
   * Answers a post.
   *
   * @throws Refused if there is no such user or post, or no text
   */
  public Post reply(long id, String nickname, String body) {
    return write(
        nickname,
        body,
        (tx, author) -> {
          Post answered = new Posts(tx).get(id);
          return tx.posts().insert(p -> p.body(body).author(author).replyTo(answered));
        });
  }

  /** Whoever writes has been seen. */
  private Post write(String nickname, String body, BiFunction<Blog, User, Post> insert) {
    if (body.isBlank()) {
      throw new Refused("The post is empty", "Give it a text");
    }
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    return blog.transactionResult(
        tx -> {
          User author = new Users(tx).get(nickname);
          tx.users().update(author.withLastSeen(now));
          return insert.apply(tx, author);
        });
  }

  /**
   * Deletes a post.
   *
   * @return what it was
   * @throws Refused if there is none
   */
  public Post delete(long id) {
    Post post = get(id);
    post.author(); // for whoever shows the post afterwards
    blog.posts().delete(post);
    return post;
  }

  /**
   * A page of all posts, newest first.
   *
   * @param nickname only the posts of this user; null for everyone's
   * @throws Refused if there is no such user
   */
  public Page<Post> page(@Nullable String nickname, int number, int size) {
    return newestFirst(of(nickname)).page(number, size);
  }

  /**
   * A page of the posts that contain a text, in capitals or not, newest first.
   *
   * @param nickname only the posts of this user; null for everyone's
   * @throws Refused if there is no such user
   */
  public Page<Post> search(String text, @Nullable String nickname, int number, int size) {
    Query<Post> found = of(nickname).where(POSTS.BODY.containsIgnoreCase(text));
    return newestFirst(found).page(number, size);
  }

  private Query<Post> of(@Nullable String nickname) {
    return nickname == null ? blog.posts().query() : new Users(blog).get(nickname).queryPosts();
  }

  private static Query<Post> newestFirst(Query<Post> posts) {
    return posts.orderBy(POSTS.CREATED_AT.desc(), POSTS.ID.desc());
  }

  /**
   * The posts of a user and of those whom the user follows, newest first.
   *
   * @param after where an earlier slice ended; null for the newest
   * @throws Refused if there is no such user
   */
  public Slice<Post> feed(String nickname, int size, @Nullable Cursor after) {
    long reader = new Users(blog).get(nickname).id();
    Query<Post> feed = newestFirst(blog.blogQueries().feed(reader));
    return (after == null ? feed : feed.after(after)).slice(size);
  }
}
