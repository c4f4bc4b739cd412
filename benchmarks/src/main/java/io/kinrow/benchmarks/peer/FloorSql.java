package io.kinrow.benchmarks.peer;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Hand-written JDBC, in the form of {@link Floor}. */
final class FloorSql implements OwnSql {

  private final FloorForms forms;
  private final PreparedStatement lines;
  private final PreparedStatement posts;
  private final PreparedStatement people;
  private final PreparedStatement textsOf;
  private final PreparedStatement texts;

  FloorSql(Floor floor, FloorForms forms) {
    this.forms = forms;
    this.lines =
        floor.prepare(
            "select p.id, p.body, p.created_at, u.nickname from posts p"
                + " join users u on u.id = p.user_id where p.id between ? and ? order by p.id");
    this.posts = floor.prepare("select count(*) from posts where user_id = ?");
    this.people =
        floor.prepare("select id, nickname from users where id between ? and ? order by id");
    this.textsOf =
        floor.prepare(
            "select user_id, id, body from posts where user_id "
                + forms.among()
                + " order by user_id, id");
    this.texts =
        floor.prepare("select id, body from posts where id " + forms.among() + " order by id");
  }

  @Override
  public List<Line> lines(long first, long last) {
    return Jdbc.call(
        () -> {
          lines.setLong(1, first);
          lines.setLong(2, last);
          List<Line> found = new ArrayList<>();
          try (ResultSet row = lines.executeQuery()) {
            while (row.next()) {
              found.add(
                  new Line(
                      row.getLong(1), row.getString(2), forms.required(row, 3), row.getString(4)));
            }
          }
          return found;
        });
  }

  @Override
  public long posts(long userId) {
    return Jdbc.call(
        () -> {
          posts.setLong(1, userId);
          try (ResultSet row = posts.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  /** Both statements return their rows in the order of users. */
  @Override
  public List<Writer> writers(long first, long last) {
    return Jdbc.call(
        () -> {
          List<Writer> writers = people(first, last);
          forms.keys(textsOf, 1, writers.stream().mapToLong(Writer::id).toArray());
          try (ResultSet row = textsOf.executeQuery()) {
            int at = 0;
            while (row.next()) {
              long user = row.getLong(1);
              while (writers.get(at).id() != user) {
                at++;
              }
              writers.get(at).posts().add(new Text(row.getLong(2), row.getString(3)));
            }
          }
          return writers;
        });
  }

  private List<Writer> people(long first, long last) throws SQLException {
    people.setLong(1, first);
    people.setLong(2, last);
    List<Writer> writers = new ArrayList<>();
    try (ResultSet row = people.executeQuery()) {
      while (row.next()) {
        writers.add(new Writer(row.getLong(1), row.getString(2), new ArrayList<>()));
      }
    }
    return writers;
  }

  @Override
  public List<Text> texts(Collection<Long> ids) {
    return Jdbc.call(
        () -> {
          forms.keys(texts, 1, ids.stream().mapToLong(Long::longValue).toArray());
          List<Text> found = new ArrayList<>();
          try (ResultSet row = texts.executeQuery()) {
            while (row.next()) {
              found.add(new Text(row.getLong(1), row.getString(2)));
            }
          }
          return found;
        });
  }
}
