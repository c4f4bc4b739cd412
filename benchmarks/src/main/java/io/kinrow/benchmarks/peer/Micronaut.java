package io.kinrow.benchmarks.peer;

import io.kinrow.benchmarks.micronaut.KeylessPost;
import io.kinrow.benchmarks.micronaut.KeylessPosts;
import io.kinrow.benchmarks.micronaut.Post;
import io.kinrow.benchmarks.micronaut.Posts;
import io.kinrow.benchmarks.micronaut.User;
import io.kinrow.benchmarks.micronaut.Users;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Micronaut Data's repositories, written when they are compiled. */
public final class Micronaut implements Peer<User, Post> {

  private final ApplicationContext context;
  private final Users users;
  private final Posts posts;
  private final KeylessPosts keyless;
  private final TransactionOperations<?> transactions;

  public Micronaut(DataSource database) {
    this.context =
        ApplicationContext.builder()
            .banner(false)
            .properties(Map.of("datasources.default.dialect", "ANSI"))
            .build();
    context.registerSingleton(DataSource.class, database, Qualifiers.byName("default"));
    context.start();
    this.users = context.getBean(Users.class);
    this.posts = context.getBean(Posts.class);
    this.keyless = context.getBean(KeylessPosts.class);
    this.transactions = context.getBean(TransactionOperations.class);
  }

  @Override
  public User user(long id) {
    return users.findById(id).orElseThrow();
  }

  @Override
  public User userNamed(String nickname) {
    return users.findByNickname(nickname);
  }

  @Override
  public User userWhere(String email, int seenSince) {
    LocalDateTime since = LocalDateTime.of(seenSince, 1, 1, 0, 0);
    return users
        .findOne(
            (user, builder) ->
                builder.and(
                    builder.equal(user.get("email"), email),
                    builder.greaterThanOrEqualTo(user.get("lastSeen"), since)))
        .orElseThrow();
  }

  @Override
  public List<User> users(long from, long to) {
    return users.findByIdBetweenOrderById(from, to);
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super User, ? super Post> each) {
    List<User> found = users(from, to);
    Map<Long, List<Post>> byUser =
        posts.findByUserIdInListOrderByUserIdAndId(found.stream().map(User::id).toList()).stream()
            .collect(Collectors.groupingBy(Post::userId));
    for (User user : found) {
      byUser.getOrDefault(user.id(), List.of()).forEach(post -> each.accept(user, post));
    }
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super Post, ? super User> each) {
    List<Post> found = posts.findByIdBetweenOrderById(from, to);
    Map<Long, User> authors = new HashMap<>();
    users
        .findByIdInList(found.stream().map(Post::userId).distinct().toList())
        .forEach(user -> authors.put(user.id(), user));
    found.forEach(post -> each.accept(post, authors.get(post.userId())));
  }

  @Override
  public List<Post> page(int offset, int size) {
    return posts.page(offset, size);
  }

  @Override
  public Supplier<List<Post>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<Post> get() {
        List<Post> page = posts.after(last, size + 1);
        boolean more = page.size() > size;
        List<Post> wanted = more ? page.subList(0, size) : page;
        Long key = more ? wanted.get(size - 1).id() : null;
        last = key == null ? 0 : key;
        return wanted;
      }
    };
  }

  private static Post entity(NewPost post) {
    return new Post(null, post.body(), post.createdAt(), post.userId(), null);
  }

  @Override
  public Post insert(NewPost post) {
    return posts.save(entity(post));
  }

  @Override
  public void insertAll(List<NewPost> all) {
    List<KeylessPost> entities =
        all.stream()
            .map(post -> new KeylessPost(post.body(), post.createdAt(), post.userId()))
            .toList();
    transactions.executeWrite(
        status -> {
          keyless.saveAll(entities);
          return true;
        });
  }

  /** One by one: SQLite's driver gives no generated keys for a batch. */
  @Override
  public List<Post> insertReturning(List<NewPost> all) {
    return transactions.executeWrite(status -> all.stream().map(this::insert).toList());
  }

  @Override
  public void update(User user, String aboutMe) {
    users.update(user.id(), aboutMe);
  }

  @Override
  public void delete(Post post) {
    posts.delete(post);
  }

  @Override
  public void stream(Consumer<? super Post> each) {
    posts.findAll().forEach(each);
  }

  @Override
  public void addUser(User user, Checksum sum) {
    sum.add(user.id()).add(user.nickname()).add(user.email());
    sum.add(user.aboutMe()).add(user.lastSeen());
  }

  @Override
  public void addPost(Post post, Checksum sum) {
    sum.add(post.id()).add(post.body()).add(post.createdAt());
    sum.add(post.userId()).add(post.replyToId());
  }

  @Override
  public void close() {
    context.close();
  }
}
