package io.kinrow.benchmarks.peer;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By hand-written JDBC, each in the form that is fastest on the engine. */
final class FloorManyRows implements ManyRows<UserRow> {

  private static final String UPSERT =
      "insert into users (nickname, email, about_me) values (?, ?, ?)";
  private static final String ON_CONFLICT =
      " on conflict (nickname) do update set email = excluded.email, about_me = excluded.about_me"
          + " returning id, nickname, email, about_me, last_seen";

  private final Floor floor;
  private final FloorForms forms;
  private final PreparedStatement update;
  private final PreparedStatement follow;
  private final PreparedStatement unfollow;
  private final Map<Integer, PreparedStatement> upserts = new HashMap<>();

  FloorManyRows(Floor floor, FloorForms forms) {
    this.floor = floor;
    this.forms = forms;
    this.update = floor.prepare("update users set about_me = ? where id = ?");
    this.follow =
        floor.prepare(
            "insert into followers (follower_id, followed_id) select ?, "
                + forms.eachKey()
                + " on conflict do nothing");
    this.unfollow = floor.prepare("delete from followers where follower_id = ?");
  }

  @Override
  public void update(List<UserRow> users, String aboutMe) {
    Jdbc.inTransaction(
        floor.connection,
        () -> {
          for (UserRow user : users) {
            update.setString(1, aboutMe);
            update.setLong(2, user.id());
            update.addBatch();
          }
          return update.executeBatch().length;
        });
  }

  @Override
  public List<UserRow> upsert(List<Person> people) {
    return Jdbc.inTransaction(
        floor.connection,
        () -> {
          int most = forms.insertsManyRows() ? people.size() : 1;
          List<UserRow> stored = new ArrayList<>(people.size());
          for (int from = 0; from < people.size(); from += most) {
            stored.addAll(upsertOf(people.subList(from, from + most)));
          }
          return stored;
        });
  }

  private List<UserRow> upsertOf(List<Person> people) throws SQLException {
    PreparedStatement statement =
        upserts.computeIfAbsent(
            people.size(),
            size -> floor.prepare(UPSERT + ", (?, ?, ?)".repeat(size - 1) + ON_CONFLICT));
    int at = 1;
    for (Person person : people) {
      statement.setString(at++, person.nickname());
      statement.setString(at++, person.email());
      statement.setString(at++, person.aboutMe());
    }
    return floor.users(statement);
  }

  @Override
  public int follow(long user, List<Long> others) {
    return Jdbc.call(
        () -> {
          follow.setLong(1, user);
          forms.keys(follow, 2, others.stream().mapToLong(Long::longValue).toArray());
          return follow.executeUpdate();
        });
  }

  @Override
  public int unfollowAll(long user) {
    return Jdbc.call(
        () -> {
          unfollow.setLong(1, user);
          return unfollow.executeUpdate();
        });
  }
}
