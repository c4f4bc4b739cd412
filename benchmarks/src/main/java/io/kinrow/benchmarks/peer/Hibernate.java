package io.kinrow.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.NaturalId;
import org.hibernate.cfg.Configuration;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Hibernate, a session for each piece of work, {@code join fetch} for navigation. */
public final class Hibernate implements Peer<Hibernate.User, Hibernate.Post> {

  private final SessionFactory sessions;

  /** As Hibernate maps it. */
  @Entity(name = "User")
  @Table(name = "users")
  public static class User {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @NaturalId String nickname = "";
    String email = "";

    @Column(name = "about_me")
    @Nullable String aboutMe;

    @Column(name = "last_seen")
    @Nullable LocalDateTime lastSeen;

    @OneToMany(mappedBy = "author")
    @OrderBy("id")
    List<Post> posts = new ArrayList<>();
  }

  /** As Hibernate maps it. */
  @Entity(name = "Post")
  @Table(name = "posts")
  public static class Post {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    String body = "";

    @Column(name = "created_at")
    LocalDateTime createdAt = LocalDateTime.MIN;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    @Nullable User author;

    @Column(name = "user_id", insertable = false, updatable = false)
    long userId;

    @Column(name = "reply_to_id")
    @Nullable Long replyToId;
  }

  public Hibernate(DataSource database, SQLDialect engine) {
    this.sessions = factory(database, engine);
  }

  static SessionFactory factory(DataSource database, SQLDialect engine) {
    Configuration configuration = new Configuration();
    configuration.addAnnotatedClass(User.class).addAnnotatedClass(Post.class);
    configuration.getProperties().put("hibernate.connection.datasource", database);
    if (engine == SQLDialect.SQLITE) { // the only one that it does not find out
      configuration.setProperty(
          "hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect");
    }
    configuration
        .setProperty("hibernate.jdbc.batch_size", "1000")
        .setProperty("hibernate.connection.provider_disables_autocommit", "false")
        .setProperty("hibernate.order_inserts", "true");
    return configuration.buildSessionFactory();
  }

  @Override
  public User user(long id) {
    return sessions.fromSession(session -> session.find(User.class, id));
  }

  @Override
  public User userNamed(String nickname) {
    return sessions.fromSession(
        session ->
            session
                .createSelectionQuery("from User where nickname = :nickname", User.class)
                .setParameter("nickname", nickname)
                .getSingleResult());
  }

  @Override
  public User userWhere(String email, int seenSince) {
    return sessions.fromSession(
        session -> {
          var builder = session.getCriteriaBuilder();
          var query = builder.createQuery(User.class);
          var user = query.from(User.class);
          query.where(
              builder.equal(user.get("email"), email),
              builder.greaterThanOrEqualTo(
                  user.get("lastSeen"), LocalDateTime.of(seenSince, 1, 1, 0, 0)));
          return session.createQuery(query).getSingleResult();
        });
  }

  @Override
  public List<User> users(long from, long to) {
    return sessions.fromSession(
        session -> {
          var builder = session.getCriteriaBuilder();
          var query = builder.createQuery(User.class);
          var user = query.from(User.class);
          query.where(builder.between(user.get("id"), from, to));
          query.orderBy(builder.asc(user.get("id")));
          return session.createQuery(query).getResultList();
        });
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super User, ? super Post> each) {
    sessions.inSession(
        session ->
            session
                .createSelectionQuery(
                    "from User u left join fetch u.posts where u.id between :a and :b order by u.id",
                    User.class)
                .setParameter("a", from)
                .setParameter("b", to)
                .getResultList()
                .forEach(user -> user.posts.forEach(post -> each.accept(user, post))));
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super Post, ? super User> each) {
    sessions.inSession(
        session ->
            session
                .createSelectionQuery(
                    "from Post p join fetch p.author where p.id between :a and :b order by p.id",
                    Post.class)
                .setParameter("a", from)
                .setParameter("b", to)
                .getResultList()
                .forEach(post -> each.accept(post, post.author)));
  }

  @Override
  public List<Post> page(int offset, int size) {
    return sessions.fromSession(
        session ->
            session
                .createSelectionQuery("from Post order by id", Post.class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList());
  }

  @Override
  public Supplier<List<Post>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<Post> get() {
        List<Post> page =
            sessions.fromSession(
                session ->
                    session
                        .createSelectionQuery("from Post where id > :last order by id", Post.class)
                        .setParameter("last", last)
                        .setMaxResults(size + 1)
                        .getResultList());
        boolean more = page.size() > size;
        List<Post> wanted = more ? page.subList(0, size) : page;
        Long key = more ? wanted.get(size - 1).id : null;
        last = key == null ? 0 : key;
        return wanted;
      }
    };
  }

  static Post post(NewPost from, User author) {
    Post post = new Post();
    post.body = from.body();
    post.createdAt = from.createdAt();
    post.author = author;
    post.userId = from.userId();
    return post;
  }

  @Override
  public Post insert(NewPost post) {
    return insertReturning(List.of(post)).get(0);
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    insertReturning(posts);
  }

  /** Hibernate puts the generated keys into the objects. */
  @Override
  public List<Post> insertReturning(List<NewPost> posts) {
    return sessions.fromTransaction(
        session -> {
          List<Post> stored = new ArrayList<>();
          for (NewPost post : posts) {
            Post next = post(post, session.getReference(User.class, post.userId()));
            session.persist(next);
            stored.add(next);
          }
          return stored;
        });
  }

  @Override
  public Optional<Graphs<User, Post>> graphs() {
    return Optional.of(
        (writers, each) ->
            sessions.inTransaction(
                session -> {
                  for (Graphs.Writer writer : writers) {
                    User user = new User();
                    user.nickname = writer.nickname();
                    user.email = writer.email();
                    session.persist(user);
                    for (NewPost post : writer.posts()) {
                      Post next = post(post, user);
                      next.userId = Objects.requireNonNull(user.id);
                      session.persist(next);
                      user.posts.add(next);
                      each.accept(user, next);
                    }
                  }
                }));
  }

  @Override
  public void update(User user, String aboutMe) {
    sessions.inTransaction(session -> session.find(User.class, user.id).aboutMe = aboutMe);
  }

  @Override
  public void delete(Post post) {
    sessions.inTransaction(session -> session.remove(session.merge(post)));
  }

  @Override
  public void stream(Consumer<? super Post> each) {
    sessions.inSession(
        session -> {
          try (Stream<Post> posts =
              session
                  .createSelectionQuery("from Post", Post.class)
                  .setReadOnly(true)
                  .getResultStream()) {
            posts.forEach(
                post -> {
                  each.accept(post);
                  session.detach(post);
                });
          }
        });
  }

  @Override
  public void addUser(User user, Checksum sum) {
    sum.add(user.id).add(user.nickname).add(user.email).add(user.aboutMe).add(user.lastSeen);
  }

  @Override
  public void addPost(Post post, Checksum sum) {
    sum.add(post.id).add(post.body).add(post.createdAt).add(post.userId).add(post.replyToId);
  }

  @Override
  public void close() {
    sessions.close();
  }
}
