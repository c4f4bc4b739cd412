package io.kinrow.benchmarks.peer;

import io.kinrow.benchmarks.peer.Hibernate.Post;
import io.kinrow.benchmarks.peer.Hibernate.User;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jooq.SQLDialect;

/** Hibernate's stateless session: without first-level cache and dirty checks. */
public final class HibernateStateless implements Peer<User, Post> {

  private final SessionFactory sessions;

  public HibernateStateless(DataSource database, SQLDialect engine) {
    this.sessions = Hibernate.factory(database, engine);
  }

  private <R> R call(Function<StatelessSession, R> work) {
    try (StatelessSession session = sessions.openStatelessSession()) {
      return work.apply(session);
    }
  }

  @Override
  public User user(long id) {
    return call(session -> session.get(User.class, id));
  }

  @Override
  public User userNamed(String nickname) {
    return call(
        session ->
            session
                .createSelectionQuery("from User where nickname = :nickname", User.class)
                .setParameter("nickname", nickname)
                .getSingleResult());
  }

  @Override
  public User userWhere(String email, int seenSince) {
    return call(
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
    return call(
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
    List<User> users =
        call(
            session ->
                session
                    .createSelectionQuery(
                        "from User u left join fetch u.posts"
                            + " where u.id between :a and :b order by u.id",
                        User.class)
                    .setParameter("a", from)
                    .setParameter("b", to)
                    .getResultList());
    users.forEach(user -> user.posts.forEach(post -> each.accept(user, post)));
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super Post, ? super User> each) {
    List<Post> posts =
        call(
            session ->
                session
                    .createSelectionQuery(
                        "from Post p join fetch p.author where p.id between :a and :b order by p.id",
                        Post.class)
                    .setParameter("a", from)
                    .setParameter("b", to)
                    .getResultList());
    posts.forEach(post -> each.accept(post, post.author));
  }

  @Override
  public List<Post> page(int offset, int size) {
    return call(
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
            call(
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

  @Override
  public Post insert(NewPost post) {
    return insertReturning(List.of(post)).get(0);
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    insertReturning(posts);
  }

  @Override
  public List<Post> insertReturning(List<NewPost> posts) {
    return sessions.fromStatelessTransaction(
        session -> {
          List<Post> stored = new ArrayList<>();
          for (NewPost post : posts) {
            User author = new User();
            author.id = post.userId();
            Post next = Hibernate.post(post, author);
            session.insert(next);
            stored.add(next);
          }
          return stored;
        });
  }

  @Override
  public void update(User user, String aboutMe) {
    user.aboutMe = aboutMe;
    sessions.inStatelessTransaction(session -> session.update(user));
  }

  @Override
  public void delete(Post post) {
    sessions.inStatelessTransaction(session -> session.delete(post));
  }

  @Override
  public void stream(Consumer<? super Post> each) {
    try (StatelessSession session = sessions.openStatelessSession();
        Stream<Post> posts =
            session.createSelectionQuery("from Post", Post.class).getResultStream()) {
      posts.forEach(each);
    }
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
