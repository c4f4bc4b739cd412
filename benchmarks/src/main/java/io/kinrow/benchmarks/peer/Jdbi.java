package io.kinrow.benchmarks.peer;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** JDBI 3 with SQL objects on demand, whose rows become records by their constructors. */
public final class Jdbi implements Peer<UserRow, PostRow> {

  private static final String USER = "select id, nickname, email, about_me, last_seen from users";
  private static final String POST = "select id, body, created_at, user_id, reply_to_id from posts";
  private static final String INSERT =
      "insert into posts (body, created_at, user_id) values (:body, :createdAt, :userId)";

  private final org.jdbi.v3.core.Jdbi jdbi;
  private final Dao dao;

  /** The statements. */
  @RegisterConstructorMapper(UserRow.class)
  @RegisterConstructorMapper(PostRow.class)
  public interface Dao {
    @SqlQuery(USER + " where id = :id")
    UserRow user(@Bind("id") long id);

    @SqlQuery(USER + " where nickname = :nickname")
    UserRow userNamed(@Bind("nickname") String nickname);

    @SqlQuery(USER + " where email = :email and last_seen >= :seen")
    UserRow userWhere(@Bind("email") String email, @Bind("seen") LocalDateTime seen);

    @SqlQuery(USER + " where id between :from and :to order by id")
    List<UserRow> users(@Bind("from") long from, @Bind("to") long to);

    @SqlQuery(USER + " where id in (<keys>)")
    List<UserRow> usersIn(@BindList("keys") List<Long> keys);

    @SqlQuery(POST + " where user_id in (<keys>) order by user_id, id")
    List<PostRow> postsOf(@BindList("keys") List<Long> keys);

    @SqlQuery(POST + " where id between :from and :to order by id")
    List<PostRow> posts(@Bind("from") long from, @Bind("to") long to);

    @SqlQuery(POST + " order by id limit :size offset :offset")
    List<PostRow> page(@Bind("offset") int offset, @Bind("size") int size);

    @SqlQuery(POST + " where id > :last order by id limit :size")
    List<PostRow> after(@Bind("last") long last, @Bind("size") int size);

    @SqlQuery(INSERT + " returning id, body, created_at, user_id, reply_to_id")
    PostRow insert(@BindMethods NewPost post);

    @Transaction
    @SqlBatch(INSERT)
    void insertAll(@BindMethods List<NewPost> posts);

    /** One by one: SQLite's driver returns no rows of a batch. */
    @Transaction
    default List<PostRow> insertReturning(List<NewPost> posts) {
      List<PostRow> stored = new ArrayList<>();
      posts.forEach(post -> stored.add(insert(post)));
      return stored;
    }

    @SqlUpdate("update users set about_me = :aboutMe where id = :id")
    void update(@Bind("id") long id, @Bind("aboutMe") String aboutMe);

    @SqlUpdate("delete from posts where id = :id")
    void delete(@Bind("id") long id);

    @SqlQuery(POST)
    void all(Consumer<PostRow> each);
  }

  public Jdbi(DataSource database) {
    this.jdbi = org.jdbi.v3.core.Jdbi.create(database).installPlugin(new SqlObjectPlugin());
    this.dao = jdbi.onDemand(Dao.class);
  }

  @Override
  public Optional<OwnSql> ownSql() {
    return Optional.of(new JdbiSql(jdbi.onDemand(JdbiSql.Dao.class)));
  }

  @Override
  public UserRow user(long id) {
    return dao.user(id);
  }

  @Override
  public UserRow userNamed(String nickname) {
    return dao.userNamed(nickname);
  }

  @Override
  public UserRow userWhere(String email, int seenSince) {
    return dao.userWhere(email, LocalDateTime.of(seenSince, 1, 1, 0, 0));
  }

  @Override
  public List<UserRow> users(long from, long to) {
    return dao.users(from, to);
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super UserRow, ? super PostRow> each) {
    List<UserRow> users = dao.users(from, to);
    Map<Long, List<PostRow>> posts =
        dao.postsOf(users.stream().map(UserRow::id).toList()).stream()
            .collect(Collectors.groupingBy(PostRow::userId));
    for (UserRow user : users) {
      posts.getOrDefault(user.id(), List.of()).forEach(post -> each.accept(user, post));
    }
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super PostRow, ? super UserRow> each) {
    List<PostRow> posts = dao.posts(from, to);
    Map<Long, UserRow> authors = new HashMap<>();
    dao.usersIn(posts.stream().map(PostRow::userId).distinct().toList())
        .forEach(user -> authors.put(user.id(), user));
    posts.forEach(post -> each.accept(post, authors.get(post.userId())));
  }

  @Override
  public List<PostRow> page(int offset, int size) {
    return dao.page(offset, size);
  }

  @Override
  public Supplier<List<PostRow>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<PostRow> get() {
        List<PostRow> page = dao.after(last, size + 1);
        boolean more = page.size() > size;
        List<PostRow> wanted = more ? page.subList(0, size) : page;
        last = more ? wanted.get(size - 1).id() : 0;
        return wanted;
      }
    };
  }

  @Override
  public PostRow insert(NewPost post) {
    return dao.insert(post);
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    dao.insertAll(posts);
  }

  @Override
  public List<PostRow> insertReturning(List<NewPost> posts) {
    return dao.insertReturning(posts);
  }

  @Override
  public void update(UserRow user, String aboutMe) {
    dao.update(user.id(), aboutMe);
  }

  @Override
  public void delete(PostRow post) {
    dao.delete(post.id());
  }

  @Override
  public void stream(Consumer<? super PostRow> each) {
    dao.all(each::accept);
  }

  @Override
  public void addUser(UserRow user, Checksum sum) {
    user.add(sum);
  }

  @Override
  public void addPost(PostRow post, Checksum sum) {
    post.add(sum);
  }

  @Override
  public void close() {
    // the data source is closed by whoever made it
  }
}
