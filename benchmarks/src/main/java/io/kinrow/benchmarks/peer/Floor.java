package io.kinrow.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What all others are measured against: hand-written JDBC with statements that are prepared once,
 * columns read by position and timestamps decoded by position. One connection, one thread.
 */
public class Floor implements Peer<UserRow, PostRow> {

  private static final String USER = "select id, nickname, email, about_me, last_seen from users";
  private static final String POST = "select id, body, created_at, user_id, reply_to_id from posts";

  private static final String VALUES =
      "insert into posts (body, created_at, user_id) values (?, ?, ?)";
  private static final String RETURNING = " returning id, body, created_at, user_id, reply_to_id";

  final Connection connection;
  private final FloorForms forms;
  private final PreparedStatement byId;
  private final PreparedStatement byNickname;
  private final PreparedStatement byEmail;
  private final PreparedStatement inRange;
  private final PreparedStatement postsOf;
  private final PreparedStatement postsInRange;
  private final PreparedStatement usersIn;
  private final PreparedStatement page;
  private final PreparedStatement after;
  private final PreparedStatement insert;
  private final PreparedStatement insertReturning;
  private final PreparedStatement update;
  private final PreparedStatement delete;
  private final Map<String, PreparedStatement> inserts = new HashMap<>();

  /** Of an engine. */
  public Floor(Connection connection, FloorForms forms) {
    this.connection = connection;
    this.forms = forms;
    this.byId = prepare(USER + " where id = ?");
    this.byNickname = prepare(USER + " where nickname = ?");
    this.byEmail = prepare(USER + " where email = ? and last_seen >= ?");
    this.inRange = prepare(USER + " where id between ? and ? order by id");
    this.postsOf = prepare(POST + " where user_id " + forms.among() + " order by user_id, id");
    this.postsInRange = prepare(POST + " where id between ? and ? order by id");
    this.usersIn = prepare(USER + " where id " + forms.among());
    this.page = prepare(POST + " order by id limit ? offset ?");
    this.after = prepare(POST + " where id > ? order by id limit ?");
    this.insert = prepare(VALUES);
    this.insertReturning = prepare(VALUES + RETURNING);
    this.update = prepare("update users set about_me = ? where id = ?");
    this.delete = prepare("delete from posts where id = ?");
  }

  final PreparedStatement prepare(String sql) {
    try {
      return connection.prepareStatement(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  final UserRow user(ResultSet row, int at) throws SQLException {
    return new UserRow(
        row.getLong(at),
        row.getString(at + 1),
        row.getString(at + 2),
        row.getString(at + 3),
        forms.time(row, at + 4));
  }

  final PostRow post(ResultSet row, int at) throws SQLException {
    long replyTo = row.getLong(at + 4);
    boolean none = replyTo == 0 && row.wasNull();
    return new PostRow(
        row.getLong(at),
        row.getString(at + 1),
        forms.time(row, at + 2),
        row.getLong(at + 3),
        none ? null : (Long) replyTo);
  }

  @Override
  public Optional<OwnSql> ownSql() {
    return Optional.of(new FloorSql(this, forms));
  }

  @Override
  public Optional<ManyRows<UserRow>> manyRows() {
    return Optional.of(new FloorManyRows(this, forms));
  }

  @Override
  public Optional<Graphs<UserRow, PostRow>> graphs() {
    return Optional.of(new FloorGraphs(this));
  }

  private List<PostRow> posts(PreparedStatement statement) throws SQLException {
    List<PostRow> posts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        posts.add(post(rows, 1));
      }
    }
    return posts;
  }

  final List<UserRow> users(PreparedStatement statement) throws SQLException {
    List<UserRow> users = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        users.add(user(rows, 1));
      }
    }
    return users;
  }

  private UserRow one(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return user(rows, 1);
    }
  }

  @Override
  public UserRow user(long id) {
    return Jdbc.call(
        () -> {
          byId.setLong(1, id);
          return one(byId);
        });
  }

  @Override
  public UserRow userNamed(String nickname) {
    return Jdbc.call(
        () -> {
          byNickname.setString(1, nickname);
          return one(byNickname);
        });
  }

  @Override
  public UserRow userWhere(String email, int seenSince) {
    return Jdbc.call(
        () -> {
          byEmail.setString(1, email);
          forms.time(byEmail, 2, LocalDateTime.of(seenSince, 1, 1, 0, 0));
          return one(byEmail);
        });
  }

  @Override
  public List<UserRow> users(long from, long to) {
    return Jdbc.call(
        () -> {
          inRange.setLong(1, from);
          inRange.setLong(2, to);
          return users(inRange);
        });
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super UserRow, ? super PostRow> each) {
    Jdbc.run(
        () -> {
          List<UserRow> users = users(from, to);
          forms.keys(postsOf, 1, users.stream().mapToLong(UserRow::id).toArray());
          List<PostRow> posts = posts(postsOf);
          int at = 0;
          for (UserRow user : users) {
            while (at < posts.size() && posts.get(at).userId() == user.id()) {
              each.accept(user, posts.get(at++));
            }
          }
        });
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super PostRow, ? super UserRow> each) {
    Jdbc.run(
        () -> {
          postsInRange.setLong(1, from);
          postsInRange.setLong(2, to);
          List<PostRow> posts = posts(postsInRange);
          Map<Long, UserRow> authors = new HashMap<>(posts.size() * 2);
          forms.keys(usersIn, 1, posts.stream().mapToLong(PostRow::userId).toArray());
          for (UserRow user : users(usersIn)) {
            authors.put(user.id(), user);
          }
          for (PostRow post : posts) {
            each.accept(post, authors.get(post.userId()));
          }
        });
  }

  @Override
  public List<PostRow> page(int offset, int size) {
    return Jdbc.call(
        () -> {
          page.setInt(1, size);
          page.setInt(2, offset);
          return posts(page);
        });
  }

  @Override
  public Supplier<List<PostRow>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<PostRow> get() {
        return Jdbc.call(
            () -> {
              after.setLong(1, last);
              after.setInt(2, size + 1); // one more tells whether a page follows
              List<PostRow> posts = posts(after);
              if (posts.size() > size) {
                posts.remove(size);
                last = posts.get(size - 1).id();
              } else {
                last = 0;
              }
              return posts;
            });
      }
    };
  }

  private void bind(PreparedStatement statement, int at, NewPost post) throws SQLException {
    statement.setString(at, post.body());
    forms.time(statement, at + 1, post.createdAt());
    statement.setLong(at + 2, post.userId());
  }

  @Override
  public PostRow insert(NewPost post) {
    return Jdbc.call(
        () -> {
          bind(insertReturning, 1, post);
          try (ResultSet rows = insertReturning.executeQuery()) {
            rows.next();
            PostRow stored = post(rows, 1);
            rows.next();
            return stored;
          }
        });
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    Jdbc.inTransaction(
        connection,
        () -> forms.insertsManyRows() ? bound(posts, "").executeUpdate() : batch(posts));
  }

  private int batch(List<NewPost> posts) throws SQLException {
    for (NewPost post : posts) {
      bind(insert, 1, post);
      insert.addBatch();
    }
    return insert.executeBatch().length;
  }

  /** One INSERT of all rows. */
  private PreparedStatement bound(List<NewPost> posts, String returning) throws SQLException {
    PreparedStatement statement =
        inserts.computeIfAbsent(
            posts.size() + returning,
            size -> prepare(VALUES + ", (?, ?, ?)".repeat(posts.size() - 1) + returning));
    int at = 1;
    for (NewPost post : posts) {
      bind(statement, at, post);
      at += 3;
    }
    return statement;
  }

  /** Inside a transaction. */
  List<PostRow> insertInOne(List<NewPost> posts) throws SQLException {
    return posts(bound(posts, RETURNING));
  }

  @Override
  public List<PostRow> insertReturning(List<NewPost> posts) {
    return Jdbc.inTransaction(
        connection,
        () -> {
          if (forms.insertsManyRows()) {
            return posts(bound(posts, RETURNING));
          }
          List<PostRow> stored = new ArrayList<>(posts.size());
          for (NewPost post : posts) {
            stored.add(insert(post));
          }
          return stored;
        });
  }

  @Override
  public void update(UserRow user, String aboutMe) {
    Jdbc.run(
        () -> {
          update.setString(1, aboutMe);
          update.setLong(2, user.id());
          update.executeUpdate();
        });
  }

  @Override
  public void delete(PostRow post) {
    Jdbc.run(
        () -> {
          delete.setLong(1, post.id());
          delete.executeUpdate();
        });
  }

  @Override
  public void stream(Consumer<? super PostRow> each) {
    Jdbc.run(
        () -> {
          try (PreparedStatement all = connection.prepareStatement(POST);
              ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
              each.accept(post(rows, 1));
            }
          }
        });
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
    Jdbc.run(connection::close);
  }
}
