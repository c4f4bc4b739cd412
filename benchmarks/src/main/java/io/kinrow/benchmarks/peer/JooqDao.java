package io.kinrow.benchmarks.peer;

import static io.kinrow.benchmarks.jooq.Tables.POSTS;
import static io.kinrow.benchmarks.jooq.Tables.USERS;

import io.kinrow.benchmarks.jooq.tables.daos.PostsDao;
import io.kinrow.benchmarks.jooq.tables.daos.UsersDao;
import io.kinrow.benchmarks.jooq.tables.pojos.Posts;
import io.kinrow.benchmarks.jooq.tables.pojos.Users;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * jOOQ's generated DAOs and POJOs, and its DSL with {@code fetchInto} where DAOs have no method.
 */
public final class JooqDao implements Peer<Users, Posts> {

  private final DSLContext dsl;
  private final UsersDao users;
  private final PostsDao posts;

  public JooqDao(DataSource database, SQLDialect dialect) {
    this.dsl = DSL.using(database, dialect);
    this.users = new UsersDao(dsl.configuration());
    this.posts = new PostsDao(dsl.configuration());
  }

  @Override
  public Users user(long id) {
    return users.findById(id);
  }

  @Override
  public Users userNamed(String nickname) {
    return users.fetchOneByNickname(nickname);
  }

  @Override
  public Users userWhere(String email, int seenSince) {
    return dsl.selectFrom(USERS)
        .where(USERS.EMAIL.eq(email))
        .and(USERS.LAST_SEEN.ge(LocalDateTime.of(seenSince, 1, 1, 0, 0)))
        .fetchSingle()
        .into(Users.class);
  }

  @Override
  public List<Users> users(long from, long to) {
    return dsl.selectFrom(USERS)
        .where(USERS.ID.between(from, to))
        .orderBy(USERS.ID)
        .fetchInto(Users.class);
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super Users, ? super Posts> each) {
    List<Users> found = users(from, to);
    Map<Long, List<Posts>> byUser =
        posts.fetchByUserId(found.stream().map(Users::getId).toArray(Long[]::new)).stream()
            .collect(Collectors.groupingBy(Posts::getUserId));
    for (Users user : found) {
      byUser.getOrDefault(user.getId(), List.of()).forEach(post -> each.accept(user, post));
    }
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super Posts, ? super Users> each) {
    List<Posts> found =
        dsl.selectFrom(POSTS)
            .where(POSTS.ID.between(from, to))
            .orderBy(POSTS.ID)
            .fetchInto(Posts.class);
    Map<Long, Users> authors = new HashMap<>();
    users
        .fetchById(found.stream().map(Posts::getUserId).distinct().toArray(Long[]::new))
        .forEach(user -> authors.put(user.getId(), user));
    found.forEach(post -> each.accept(post, authors.get(post.getUserId())));
  }

  @Override
  public List<Posts> page(int offset, int size) {
    return dsl.selectFrom(POSTS)
        .orderBy(POSTS.ID)
        .limit(size)
        .offset(offset)
        .fetchInto(Posts.class);
  }

  @Override
  public Supplier<List<Posts>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<Posts> get() {
        List<Posts> page =
            dsl.selectFrom(POSTS)
                .orderBy(POSTS.ID)
                .seek(last)
                .limit(size + 1)
                .fetchInto(Posts.class);
        boolean more = page.size() > size;
        List<Posts> wanted = more ? page.subList(0, size) : page;
        last = more ? wanted.get(size - 1).getId() : 0;
        return wanted;
      }
    };
  }

  private static Posts pojo(NewPost post) {
    return new Posts(null, post.body(), post.createdAt(), post.userId(), null);
  }

  /** The DAO puts the generated key into the POJO. */
  @Override
  public Posts insert(NewPost post) {
    Posts pojo = pojo(post);
    posts.insert(pojo);
    return pojo;
  }

  @Override
  public void insertAll(List<NewPost> all) {
    insertReturning(all);
  }

  @Override
  public List<Posts> insertReturning(List<NewPost> all) {
    List<Posts> pojos = all.stream().map(JooqDao::pojo).toList();
    dsl.transaction(inside -> new PostsDao(inside).insert(pojos));
    return pojos;
  }

  @Override
  public void update(Users user, String aboutMe) {
    user.setAboutMe(aboutMe);
    users.update(user);
  }

  @Override
  public void delete(Posts post) {
    posts.deleteById(post.getId());
  }

  @Override
  public void stream(Consumer<? super Posts> each) {
    try (Stream<Posts> all = dsl.selectFrom(POSTS).fetchStreamInto(Posts.class)) {
      all.forEach(each);
    }
  }

  @Override
  public void addUser(Users user, Checksum sum) {
    sum.add(user.getId())
        .add(user.getNickname())
        .add(user.getEmail())
        .add(user.getAboutMe())
        .add(user.getLastSeen());
  }

  @Override
  public void addPost(Posts post, Checksum sum) {
    sum.add(post.getId())
        .add(post.getBody())
        .add(post.getCreatedAt())
        .add(post.getUserId())
        .add(post.getReplyToId());
  }

  @Override
  public void close() {
    // the data source is closed by whoever made it
  }
}
