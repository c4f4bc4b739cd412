package io.kinrow.benchmarks.peer;

import io.kinrow.benchmarks.doma.BlogDao;
import io.kinrow.benchmarks.doma.BlogDaoImpl;
import io.kinrow.benchmarks.doma.Post;
import io.kinrow.benchmarks.doma.ReportDao;
import io.kinrow.benchmarks.doma.ReportDaoImpl;
import io.kinrow.benchmarks.doma.User;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.seasar.doma.jdbc.Config;
import org.seasar.doma.jdbc.Naming;
import org.seasar.doma.jdbc.dialect.Dialect;
import org.seasar.doma.jdbc.dialect.PostgresDialect;
import org.seasar.doma.jdbc.dialect.SqliteDialect;
import org.seasar.doma.jdbc.tx.LocalTransactionDataSource;
import org.seasar.doma.jdbc.tx.LocalTransactionManager;
import org.seasar.doma.jdbc.tx.TransactionManager;

/** Doma's generated DAO with SQL templates and immutable entities. */
public final class Doma implements Peer<User, Post> {

  private final BlogDao dao;
  private final BlogDao inside;
  private final ReportDao reports;
  private final TransactionManager transactions;

  private record Settings(DataSource getDataSource, Dialect getDialect) implements Config {
    @Override
    public Naming getNaming() {
      return Naming.SNAKE_LOWER_CASE;
    }
  }

  public Doma(DataSource database, SQLDialect engine) {
    Dialect dialect = engine == SQLDialect.SQLITE ? new SqliteDialect() : new PostgresDialect();
    Config alone = new Settings(database, dialect);
    LocalTransactionDataSource source = new LocalTransactionDataSource(database);
    this.transactions =
        new LocalTransactionManager(source.getLocalTransaction(alone.getJdbcLogger()));
    this.dao = new BlogDaoImpl(alone);
    this.reports = new ReportDaoImpl(alone);
    this.inside = new BlogDaoImpl(new Settings(source, dialect));
  }

  @Override
  public Optional<OwnSql> ownSql() {
    return Optional.of(new DomaSql(reports));
  }

  @Override
  public User user(long id) {
    return dao.user(id);
  }

  @Override
  public User userNamed(String nickname) {
    return dao.userNamed(nickname);
  }

  @Override
  public User userWhere(String email, int seenSince) {
    return dao.userWhere(email, LocalDateTime.of(seenSince, 1, 1, 0, 0));
  }

  @Override
  public List<User> users(long from, long to) {
    return dao.users(from, to);
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super User, ? super Post> each) {
    List<User> users = dao.users(from, to);
    Map<Long, List<Post>> posts =
        dao.postsOf(users.stream().map(User::id).toList()).stream()
            .collect(Collectors.groupingBy(Post::userId));
    for (User user : users) {
      posts.getOrDefault(user.id(), List.of()).forEach(post -> each.accept(user, post));
    }
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super Post, ? super User> each) {
    List<Post> posts = dao.posts(from, to);
    Map<Long, User> authors = new HashMap<>();
    dao.usersIn(posts.stream().map(Post::userId).distinct().toList())
        .forEach(user -> authors.put(user.id(), user));
    posts.forEach(post -> each.accept(post, authors.get(post.userId())));
  }

  @Override
  public List<Post> page(int offset, int size) {
    return dao.page(offset, size);
  }

  @Override
  public Supplier<List<Post>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<Post> get() {
        List<Post> page = dao.after(last, size + 1);
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

  /** Doma returns a copy of the entity with the generated key. */
  @Override
  public Post insert(NewPost post) {
    return dao.insert(entity(post)).getEntity();
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    List<Post> entities = posts.stream().map(Doma::entity).toList();
    transactions.required(() -> inside.insertAll(entities));
  }

  @Override
  public List<Post> insertReturning(List<NewPost> posts) {
    List<Post> entities = posts.stream().map(Doma::entity).toList();
    return transactions.required(() -> inside.insertReturning(entities)).getEntities();
  }

  @Override
  public void update(User user, String aboutMe) {
    dao.updateAboutMe(new User(user.id(), user.nickname(), user.email(), aboutMe, user.lastSeen()));
  }

  @Override
  public void delete(Post post) {
    dao.delete(post);
  }

  @Override
  public void stream(Consumer<? super Post> each) {
    dao.all(
        posts -> {
          posts.forEach(each);
          return true;
        });
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
    // the data source is closed by whoever made it
  }
}
