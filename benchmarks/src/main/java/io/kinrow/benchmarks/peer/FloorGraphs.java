package io.kinrow.benchmarks.peer;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** By hand-written JDBC: one statement for all users, and one for all posts. */
final class FloorGraphs implements Graphs<UserRow, PostRow> {

  private final Floor floor;
  private final Map<Integer, PreparedStatement> statements = new HashMap<>();

  FloorGraphs(Floor floor) {
    this.floor = floor;
  }

  @Override
  public void insert(List<Writer> writers, BiConsumer<? super UserRow, ? super PostRow> each) {
    Jdbc.inTransaction(
        floor.connection,
        () -> {
          List<UserRow> users = floor.users(bound(writers));
          List<NewPost> posts = new ArrayList<>();
          for (int i = 0; i < users.size(); i++) {
            for (NewPost post : writers.get(i).posts()) {
              posts.add(new NewPost(post.body(), post.createdAt(), users.get(i).id()));
            }
          }
          List<PostRow> stored = floor.insertInOne(posts);
          int at = 0;
          for (int i = 0; i < users.size(); i++) {
            for (int n = writers.get(i).posts().size(); n > 0; n--) {
              each.accept(users.get(i), stored.get(at++));
            }
          }
          return at;
        });
  }

  private PreparedStatement bound(List<Writer> writers) throws SQLException {
    PreparedStatement statement =
        statements.computeIfAbsent(
            writers.size(),
            size ->
                floor.prepare(
                    "insert into users (nickname, email) values (?, ?)"
                        + ", (?, ?)".repeat(size - 1)
                        + " returning id, nickname, email, about_me, last_seen"));
    int at = 1;
    for (Writer writer : writers) {
      statement.setString(at++, writer.nickname());
      statement.setString(at++, writer.email());
    }
    return statement;
  }
}
