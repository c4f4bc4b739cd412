package io.kinrow.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The floor with a join where {@link Floor} runs two statements. */
public final class JoinFloor extends Floor {

  private static final String COLUMNS =
      "select u.id, u.nickname, u.email, u.about_me, u.last_seen,"
          + " p.id, p.body, p.created_at, p.user_id, p.reply_to_id";

  private final PreparedStatement usersAndPosts;
  private final PreparedStatement postsAndAuthors;

  /** Of an engine. */
  public JoinFloor(Connection connection, FloorForms forms) {
    super(connection, forms);
    this.usersAndPosts =
        prepare(
            COLUMNS
                + " from users u left join posts p on p.user_id = u.id"
                + " where u.id between ? and ? order by u.id, p.id");
    this.postsAndAuthors =
        prepare(
            COLUMNS
                + " from posts p join users u on u.id = p.user_id"
                + " where p.id between ? and ? order by p.id");
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super UserRow, ? super PostRow> each) {
    Jdbc.run(
        () -> {
          usersAndPosts.setLong(1, from);
          usersAndPosts.setLong(2, to);
          try (ResultSet rows = usersAndPosts.executeQuery()) {
            @Nullable UserRow user = null;
            while (rows.next()) {
              if (user == null || user.id() != rows.getLong(1)) {
                user = user(rows, 1);
              }
              if (rows.getLong(6) != 0) {
                each.accept(user, post(rows, 6));
              }
            }
          }
        });
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super PostRow, ? super UserRow> each) {
    Jdbc.run(
        () -> {
          postsAndAuthors.setLong(1, from);
          postsAndAuthors.setLong(2, to);
          try (ResultSet rows = postsAndAuthors.executeQuery()) {
            while (rows.next()) {
              each.accept(post(rows, 6), user(rows, 1));
            }
          }
        });
  }
}
