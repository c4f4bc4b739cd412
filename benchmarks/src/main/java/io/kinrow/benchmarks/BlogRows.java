package io.kinrow.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.function.Function;

/** The rows of the blog's database. */
public final class BlogRows {

  static final int USERS = 10_000;

  private final Connection connection;
  private final Function<LocalDateTime, Object> stored;

  private BlogRows(Connection connection, Function<LocalDateTime, Object> stored) {
    this.connection = connection;
    this.stored = stored;
  }

  /** Inserts the rows, in one transaction; {@code stored} tells how a time is bound. */
  static void fill(Connection connection, int posts, Function<LocalDateTime, Object> stored)
      throws SQLException {
    connection.setAutoCommit(false);
    BlogRows rows = new BlogRows(connection, stored);
    rows.users();
    rows.posts(posts);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void users() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into users values (?, ?, ?, ?, ?)")) {
      for (int id = 1; id <= USERS; id++) {
        insert.setLong(1, id);
        insert.setString(2, nickname(id));
        insert.setString(3, email(id));
        insert.setString(4, id % 3 == 0 ? null : "I am number " + id + " and I like to read");
        insert.setObject(5, id % 7 == 0 ? null : time(id * 613L));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void posts(int posts) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into posts values (?, ?, ?, ?, ?)")) {
      for (int id = 1; id <= posts; id++) {
        insert.setLong(1, id);
        insert.setString(2, "Post " + id + " says " + "so much ".repeat(3 + id % 9));
        insert.setObject(3, time(id * 61L));
        insert.setLong(4, (id * 7_919L) % USERS + 1);
        if (id % 4 == 0) {
          insert.setLong(5, id / 2);
        } else {
          insert.setObject(5, null);
        }
        insert.addBatch();
        if (id % 10_000 == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private Object time(long minutes) {
    return stored.apply(
        LocalDateTime.of(2020, 1, 1, 0, 0)
            .plusMinutes(minutes)
            .plusNanos(minutes % 1000 * 1_000_000));
  }

  /** The unique nickname of a user. */
  public static String nickname(long id) {
    return "user" + id;
  }

  /** The unique email of a user. */
  public static String email(long id) {
    return "user" + id + "@example.com";
  }
}
