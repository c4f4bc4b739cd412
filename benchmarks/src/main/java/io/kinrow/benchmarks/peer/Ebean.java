package io.kinrow.benchmarks.peer;

import io.ebean.Database;
import io.ebean.DatabaseFactory;
import io.ebean.Transaction;
import io.ebean.config.DatabaseConfig;
import io.kinrow.benchmarks.ebean.Post;
import io.kinrow.benchmarks.ebean.User;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Ebean with beans that its plugin enhanced: {@code fetchQuery} for navigation to many, {@code
 * fetch} for navigation to one.
 */
public final class Ebean implements Peer<User, Post> {

  private final Database database;

  public Ebean(DataSource source) {
    this.database =
        DatabaseFactory.create(
            new DatabaseConfig()
                .name("blog")
                .dataSource(source)
                .register(false)
                .defaultDatabase(false)
                .addClass(User.class)
                .addClass(Post.class));
  }

  @Override
  public User user(long id) {
    return database.find(User.class, id);
  }

  @Override
  public User userNamed(String nickname) {
    return database.find(User.class).where().eq("nickname", nickname).findOne();
  }

  @Override
  public User userWhere(String email, int seenSince) {
    return database
        .find(User.class)
        .where()
        .eq("email", email)
        .ge("lastSeen", LocalDateTime.of(seenSince, 1, 1, 0, 0))
        .findOne();
  }

  @Override
  public List<User> users(long from, long to) {
    return database.find(User.class).where().between("id", from, to).orderBy("id").findList();
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super User, ? super Post> each) {
    database
        .find(User.class)
        .fetchQuery("posts")
        .where()
        .between("id", from, to)
        .orderBy("id")
        .findList()
        .forEach(user -> user.getPosts().forEach(post -> each.accept(user, post)));
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super Post, ? super User> each) {
    database
        .find(Post.class)
        .fetch("author")
        .where()
        .between("id", from, to)
        .orderBy("id")
        .findList()
        .forEach(post -> each.accept(post, post.getAuthor()));
  }

  @Override
  public List<Post> page(int offset, int size) {
    return database.find(Post.class).orderBy("id").setFirstRow(offset).setMaxRows(size).findList();
  }

  @Override
  public Supplier<List<Post>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<Post> get() {
        List<Post> page =
            database
                .find(Post.class)
                .where()
                .gt("id", last)
                .orderBy("id")
                .setMaxRows(size + 1)
                .findList();
        boolean more = page.size() > size;
        List<Post> wanted = more ? page.subList(0, size) : page;
        last = more ? wanted.get(size - 1).getId() : 0;
        return wanted;
      }
    };
  }

  private Post bean(NewPost post) {
    return new Post(post.body(), post.createdAt(), database.reference(User.class, post.userId()));
  }

  /** Ebean puts the generated key into the bean. */
  @Override
  public Post insert(NewPost post) {
    Post stored = bean(post);
    database.insert(stored);
    return stored;
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    try (Transaction transaction = database.beginTransaction()) {
      transaction.setBatchSize(1_000);
      transaction.setGetGeneratedKeys(false);
      database.insertAll(posts.stream().map(this::bean).toList());
      transaction.commit();
    }
  }

  /** One by one: in a batch, SQLite does not tell Ebean the keys. */
  @Override
  public List<Post> insertReturning(List<NewPost> posts) {
    List<Post> stored = posts.stream().map(this::bean).toList();
    try (Transaction transaction = database.beginTransaction()) {
      transaction.setBatchMode(false);
      stored.forEach(database::insert);
      transaction.commit();
    }
    return stored;
  }

  @Override
  public Optional<Graphs<User, Post>> graphs() {
    return Optional.of(this::insert);
  }

  private void insert(List<Graphs.Writer> writers, BiConsumer<? super User, ? super Post> each) {
    try (Transaction transaction = database.beginTransaction()) {
      transaction.setBatchMode(false);
      for (Graphs.Writer writer : writers) {
        User user = new User(writer.nickname(), writer.email());
        database.insert(user);
        for (NewPost post : writer.posts()) {
          Post next = new Post(post.body(), post.createdAt(), user);
          database.insert(next);
          each.accept(user, next);
        }
      }
      transaction.commit();
    }
  }

  @Override
  public void update(User user, String aboutMe) {
    user.setAboutMe(aboutMe);
    database.update(user);
  }

  @Override
  public void delete(Post post) {
    database.delete(post);
  }

  @Override
  public void stream(Consumer<? super Post> each) {
    database.find(Post.class).findEach(each::accept);
  }

  @Override
  public void addUser(User user, Checksum sum) {
    sum.add(user.getId())
        .add(user.getNickname())
        .add(user.getEmail())
        .add(user.getAboutMe())
        .add(user.getLastSeen());
  }

  @Override
  public void addPost(Post post, Checksum sum) {
    sum.add(post.getId())
        .add(post.getBody())
        .add(post.getCreatedAt())
        .add(post.getAuthor().getId())
        .add(post.getReplyToId());
  }

  @Override
  public void close() {
    database.shutdown();
  }
}
