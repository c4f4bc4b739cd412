package io.kinrow.benchmarks.peer;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;

/** MyBatis with annotated mappers, a session for each piece of work. */
public final class MyBatis implements Peer<MyBatis.User, MyBatis.Post> {

  private static final String USER = "select id, nickname, email, about_me, last_seen from users";
  private static final String POST = "select id, body, created_at, user_id, reply_to_id from posts";
  private static final String KEYS =
      "<foreach item='key' collection='keys' open='(' separator=',' close=')'>#{key}</foreach>";

  private final SqlSessionFactory sessions;

  /** As MyBatis fills it. */
  public static final class User {
    long id;
    String nickname = "";
    String email = "";
    @Nullable String aboutMe;
    @Nullable LocalDateTime lastSeen;
  }

  /** As MyBatis fills it. */
  public static final class Post {
    @Nullable Long id;
    String body = "";
    LocalDateTime createdAt = LocalDateTime.MIN;
    long userId;
    @Nullable Long replyToId;
  }

  /** The statements. */
  public interface Mapper {
    @Select(USER + " where id = #{id}")
    User user(long id);

    @Select(USER + " where nickname = #{nickname}")
    User userNamed(String nickname);

    @Select(
        "<script>"
            + USER
            + "<where>"
            + "<if test='email != null'>email = #{email}</if>"
            + "<if test='seen != null'>and last_seen &gt;= #{seen}</if></where></script>")
    User userWhere(@Param("email") String email, @Param("seen") LocalDateTime seen);

    @Select(
        "<script>"
            + USER
            + "<where>"
            + "<if test='from != null'>id &gt;= #{from}</if>"
            + "<if test='to != null'>and id &lt;= #{to}</if></where> order by id</script>")
    List<User> users(@Param("from") Long from, @Param("to") Long to);

    @Select("<script>" + USER + " where id in " + KEYS + "</script>")
    List<User> usersIn(@Param("keys") List<Long> keys);

    @Select("<script>" + POST + " where user_id in " + KEYS + " order by user_id, id</script>")
    List<Post> postsOf(@Param("keys") List<Long> keys);

    @Select(POST + " where id between #{from} and #{to} order by id")
    List<Post> posts(@Param("from") long from, @Param("to") long to);

    @Select(POST + " order by id limit #{size} offset #{offset}")
    List<Post> page(@Param("offset") int offset, @Param("size") int size);

    @Select(POST + " where id > #{last} order by id limit #{size}")
    List<Post> after(@Param("last") long last, @Param("size") int size);

    @Insert(
        "insert into posts (body, created_at, user_id) values (#{body}, #{createdAt}, #{userId})")
    void insert(NewPost post);

    @Insert(
        "insert into posts (body, created_at, user_id) values (#{body}, #{createdAt}, #{userId})")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insertPost(Post post);

    @Update("update users set about_me = #{aboutMe} where id = #{id}")
    void update(@Param("id") long id, @Param("aboutMe") String aboutMe);

    @Delete("delete from posts where id = #{id}")
    void delete(long id);

    @Select(POST)
    Cursor<Post> all();
  }

  public MyBatis(DataSource database) {
    Configuration configuration =
        new Configuration(new Environment("blog", new JdbcTransactionFactory(), database));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.addMapper(Mapper.class);
    configuration.addMapper(MyBatisSql.Mapper.class);
    this.sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  private <R> R call(Function<Mapper, R> work) {
    try (SqlSession session = sessions.openSession(true)) {
      return work.apply(session.getMapper(Mapper.class));
    }
  }

  private void run(Consumer<Mapper> work) {
    try (SqlSession session = sessions.openSession(true)) {
      work.accept(session.getMapper(Mapper.class));
    }
  }

  @Override
  public Optional<OwnSql> ownSql() {
    return Optional.of(new MyBatisSql(sessions));
  }

  @Override
  public User user(long id) {
    return call(mapper -> mapper.user(id));
  }

  @Override
  public User userNamed(String nickname) {
    return call(mapper -> mapper.userNamed(nickname));
  }

  @Override
  public User userWhere(String email, int seenSince) {
    return call(mapper -> mapper.userWhere(email, LocalDateTime.of(seenSince, 1, 1, 0, 0)));
  }

  @Override
  public List<User> users(long from, long to) {
    return call(mapper -> mapper.users(from, to));
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super User, ? super Post> each) {
    run(
        mapper -> {
          List<User> users = mapper.users(from, to);
          Map<Long, List<Post>> posts =
              mapper.postsOf(users.stream().map(user -> user.id).toList()).stream()
                  .collect(Collectors.groupingBy(post -> post.userId));
          for (User user : users) {
            posts.getOrDefault(user.id, List.of()).forEach(post -> each.accept(user, post));
          }
        });
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super Post, ? super User> each) {
    run(
        mapper -> {
          List<Post> posts = mapper.posts(from, to);
          Map<Long, User> authors = new HashMap<>();
          mapper
              .usersIn(posts.stream().map(post -> post.userId).distinct().toList())
              .forEach(user -> authors.put(user.id, user));
          posts.forEach(post -> each.accept(post, authors.get(post.userId)));
        });
  }

  @Override
  public List<Post> page(int offset, int size) {
    return call(mapper -> mapper.page(offset, size));
  }

  @Override
  public Supplier<List<Post>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<Post> get() {
        List<Post> page = call(mapper -> mapper.after(last, size + 1));
        boolean more = page.size() > size;
        List<Post> wanted = more ? page.subList(0, size) : page;
        Long key = more ? wanted.get(size - 1).id : null;
        last = key == null ? 0 : key;
        return wanted;
      }
    };
  }

  private static Post post(NewPost from) {
    Post post = new Post();
    post.body = from.body();
    post.createdAt = from.createdAt();
    post.userId = from.userId();
    return post;
  }

  /** MyBatis puts the generated key into the object. */
  @Override
  public Post insert(NewPost post) {
    Post stored = post(post);
    run(mapper -> mapper.insertPost(stored));
    return stored;
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH, false)) {
      Mapper mapper = session.getMapper(Mapper.class);
      posts.forEach(mapper::insert);
      session.commit();
    }
  }

  @Override
  public List<Post> insertReturning(List<NewPost> posts) {
    try (SqlSession session = sessions.openSession(ExecutorType.REUSE, false)) {
      Mapper mapper = session.getMapper(Mapper.class);
      List<Post> stored = new ArrayList<>();
      for (NewPost post : posts) {
        Post next = post(post);
        mapper.insertPost(next);
        stored.add(next);
      }
      session.commit();
      return stored;
    }
  }

  @Override
  public void update(User user, String aboutMe) {
    run(mapper -> mapper.update(user.id, aboutMe));
  }

  @Override
  public void delete(Post post) {
    Long key = post.id;
    if (key != null) {
      run(mapper -> mapper.delete(key));
    }
  }

  @Override
  public void stream(Consumer<? super Post> each) {
    run(mapper -> mapper.all().forEach(each));
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
    // the data source is closed by whoever made it
  }
}
