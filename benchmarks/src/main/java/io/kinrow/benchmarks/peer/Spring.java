package io.kinrow.benchmarks.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's JdbcClient with a RowMapper a table. */
public final class Spring implements Peer<UserRow, PostRow> {

  private static final String USER = "select id, nickname, email, about_me, last_seen from users";
  private static final String POST = "select id, body, created_at, user_id, reply_to_id from posts";
  private static final String INSERT =
      "insert into posts (body, created_at, user_id) values (?, ?, ?)";

  private final JdbcTemplate template;
  private final JdbcClient client;
  private final TransactionTemplate transactions;

  public Spring(DataSource database) {
    this.template = new JdbcTemplate(database);
    this.client = JdbcClient.create(template);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  static UserRow user(ResultSet row, int number) throws SQLException {
    return new UserRow(
        row.getLong("id"),
        row.getString("nickname"),
        row.getString("email"),
        row.getString("about_me"),
        time(row.getTimestamp("last_seen")));
  }

  private static PostRow post(ResultSet row, int number) throws SQLException {
    long replyTo = row.getLong("reply_to_id");
    return new PostRow(
        row.getLong("id"),
        row.getString("body"),
        row.getTimestamp("created_at").toLocalDateTime(),
        row.getLong("user_id"),
        replyTo == 0 ? null : (Long) replyTo);
  }

  private static @Nullable LocalDateTime time(@Nullable Timestamp stored) {
    return stored == null ? null : stored.toLocalDateTime();
  }

  @Override
  public Optional<OwnSql> ownSql() {
    return Optional.of(new SpringSql(client));
  }

  @Override
  public Optional<ManyRows<UserRow>> manyRows() {
    return Optional.of(new SpringManyRows(template, client, transactions));
  }

  @Override
  public UserRow user(long id) {
    return client.sql(USER + " where id = ?").param(id).query(Spring::user).single();
  }

  @Override
  public UserRow userNamed(String nickname) {
    return client.sql(USER + " where nickname = ?").param(nickname).query(Spring::user).single();
  }

  @Override
  public UserRow userWhere(String email, int seenSince) {
    return client
        .sql(USER + " where email = ? and last_seen >= ?")
        .params(email, Timestamp.valueOf(LocalDateTime.of(seenSince, 1, 1, 0, 0)))
        .query(Spring::user)
        .single();
  }

  @Override
  public List<UserRow> users(long from, long to) {
    return client
        .sql(USER + " where id between ? and ? order by id")
        .params(from, to)
        .query(Spring::user)
        .list();
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super UserRow, ? super PostRow> each) {
    List<UserRow> users = users(from, to);
    Map<Long, List<PostRow>> posts =
        client
            .sql(POST + " where user_id in (:keys) order by user_id, id")
            .param("keys", users.stream().map(UserRow::id).toList())
            .query(Spring::post)
            .list()
            .stream()
            .collect(Collectors.groupingBy(PostRow::userId));
    for (UserRow user : users) {
      posts.getOrDefault(user.id(), List.of()).forEach(post -> each.accept(user, post));
    }
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super PostRow, ? super UserRow> each) {
    List<PostRow> posts =
        client
            .sql(POST + " where id between ? and ? order by id")
            .params(from, to)
            .query(Spring::post)
            .list();
    Map<Long, UserRow> authors = new HashMap<>();
    client
        .sql(USER + " where id in (:keys)")
        .param("keys", posts.stream().map(PostRow::userId).distinct().toList())
        .query(Spring::user)
        .list()
        .forEach(user -> authors.put(user.id(), user));
    posts.forEach(post -> each.accept(post, authors.get(post.userId())));
  }

  @Override
  public List<PostRow> page(int offset, int size) {
    return client
        .sql(POST + " order by id limit ? offset ?")
        .params(size, offset)
        .query(Spring::post)
        .list();
  }

  @Override
  public Supplier<List<PostRow>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<PostRow> get() {
        List<PostRow> page =
            client
                .sql(POST + " where id > ? order by id limit ?")
                .params(last, size + 1)
                .query(Spring::post)
                .list();
        boolean more = page.size() > size;
        List<PostRow> wanted = more ? page.subList(0, size) : page;
        last = more ? wanted.get(size - 1).id() : 0;
        return wanted;
      }
    };
  }

  @Override
  public PostRow insert(NewPost post) {
    return client
        .sql(INSERT + " returning id, body, created_at, user_id, reply_to_id")
        .params(post.body(), Timestamp.valueOf(post.createdAt()), post.userId())
        .query(Spring::post)
        .single();
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    transactions.executeWithoutResult(
        status ->
            template.batchUpdate(
                INSERT,
                posts,
                posts.size(),
                (statement, post) -> {
                  statement.setString(1, post.body());
                  statement.setTimestamp(2, Timestamp.valueOf(post.createdAt()));
                  statement.setLong(3, post.userId());
                }));
  }

  @Override
  public List<PostRow> insertReturning(List<NewPost> posts) {
    List<PostRow> stored = new ArrayList<>();
    transactions.executeWithoutResult(status -> posts.forEach(post -> stored.add(insert(post))));
    return stored;
  }

  @Override
  public void update(UserRow user, String aboutMe) {
    client.sql("update users set about_me = ? where id = ?").params(aboutMe, user.id()).update();
  }

  @Override
  public void delete(PostRow post) {
    client.sql("delete from posts where id = ?").param(post.id()).update();
  }

  @Override
  public void stream(Consumer<? super PostRow> each) {
    try (Stream<PostRow> posts = client.sql(POST).query(Spring::post).stream()) {
      posts.forEach(each);
    }
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
