package io.kinrow.benchmarks.peer;

import static io.kinrow.blog.db.Tables.POSTS;
import static io.kinrow.blog.db.Tables.USERS;

import io.kinrow.blog.Blog;
import io.kinrow.blog.BlogReports;
import io.kinrow.blog.Post;
import io.kinrow.blog.User;
import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Slice;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The generated repositories. */
public final class Kinrow implements Peer<User, Post> {

  private final Blog blog;

  public Kinrow(String url) {
    this.blog = Blog.open(url);
  }

  @Override
  public Optional<OwnSql> ownSql() {
    return Optional.of(new KinrowSql(blog.queries(BlogReports.class)));
  }

  @Override
  public Optional<ManyRows<User>> manyRows() {
    return Optional.of(new KinrowManyRows(blog));
  }

  @Override
  public Optional<Graphs<User, Post>> graphs() {
    return Optional.of(new KinrowGraphs(blog));
  }

  @Override
  public User user(long id) {
    return blog.users().get(id);
  }

  @Override
  public User userNamed(String nickname) {
    return blog.users().findByNickname(nickname).orElseThrow();
  }

  @Override
  public User userWhere(String email, int seenSince) {
    return blog.users()
        .where(USERS.EMAIL.eq(email), USERS.LAST_SEEN.ge(LocalDateTime.of(seenSince, 1, 1, 0, 0)))
        .one();
  }

  @Override
  public List<User> users(long from, long to) {
    return blog.users().where(USERS.ID.between(from, to)).orderBy(USERS.ID).list();
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super User, ? super Post> each) {
    for (User user : users(from, to)) {
      for (Post post : user.posts()) {
        each.accept(user, post);
      }
    }
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super Post, ? super User> each) {
    for (Post post : blog.posts().where(POSTS.ID.between(from, to)).orderBy(POSTS.ID).list()) {
      each.accept(post, post.author());
    }
  }

  @Override
  public List<Post> page(int offset, int size) {
    return blog.posts().orderBy(POSTS.ID).limit(size).offset(offset).list();
  }

  @Override
  public Supplier<List<Post>> pages(int size) {
    return new Supplier<>() {
      private @Nullable Cursor next;

      @Override
      public List<Post> get() {
        var posts = blog.posts().orderBy(POSTS.ID);
        Cursor from = next;
        Slice<Post> slice = from == null ? posts.slice(size) : posts.after(from).slice(size);
        next = slice.next().orElse(null);
        return slice.rows();
      }
    };
  }

  @Override
  public Post insert(NewPost post) {
    return blog.posts()
        .insert(p -> p.body(post.body()).userId(post.userId()).createdAt(post.createdAt()));
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    blog.posts()
        .insertBatch(
            posts,
            (p, post) -> p.body(post.body()).userId(post.userId()).createdAt(post.createdAt()));
  }

  @Override
  public List<Post> insertReturning(List<NewPost> posts) {
    return blog.posts()
        .insertAll(
            posts,
            (p, post) -> p.body(post.body()).userId(post.userId()).createdAt(post.createdAt()));
  }

  @Override
  public void update(User user, String aboutMe) {
    blog.users().update(user.withAboutMe(aboutMe));
  }

  @Override
  public void delete(Post post) {
    blog.posts().delete(post);
  }

  @Override
  public void stream(Consumer<? super Post> each) {
    try (Stream<Post> posts = blog.posts().stream()) {
      posts.forEach(each);
    }
  }

  @Override
  public void addUser(User user, Checksum sum) {
    sum.add(user.id())
        .add(user.nickname())
        .add(user.email())
        .add(user.aboutMe().orElse(null))
        .add(user.lastSeen().orElse(null));
  }

  @Override
  public void addPost(Post post, Checksum sum) {
    sum.add(post.id())
        .add(post.body())
        .add(post.createdAt())
        .add(post.userId())
        .add(post.replyToId().orElse(null));
  }

  @Override
  public void close() {
    blog.close();
  }
}
