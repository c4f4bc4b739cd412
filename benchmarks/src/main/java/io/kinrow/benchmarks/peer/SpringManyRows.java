package io.kinrow.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** By the batches of Spring's JdbcTemplate, and an upsert of a row by its JdbcClient. */
record SpringManyRows(JdbcTemplate template, JdbcClient client, TransactionTemplate transactions)
    implements ManyRows<UserRow> {

  @Override
  public void update(List<UserRow> users, String aboutMe) {
    transactions.executeWithoutResult(
        status ->
            template.batchUpdate(
                "update users set about_me = ? where id = ?",
                users,
                users.size(),
                (statement, user) -> {
                  statement.setString(1, aboutMe);
                  statement.setLong(2, user.id());
                }));
  }

  @Override
  public List<UserRow> upsert(List<Person> people) {
    List<UserRow> stored = new ArrayList<>(people.size());
    transactions.executeWithoutResult(
        status -> people.forEach(person -> stored.add(upsert(person))));
    return stored;
  }

  private UserRow upsert(Person person) {
    return client
        .sql(
            """
            insert into users (nickname, email, about_me) values (?, ?, ?)
            on conflict (nickname) do update set email = excluded.email, about_me = excluded.about_me
            returning id, nickname, email, about_me, last_seen""")
        .params(person.nickname(), person.email(), person.aboutMe())
        .query(Spring::user)
        .single();
  }

  @Override
  public int follow(long user, List<Long> others) {
    int[] stored = new int[1];
    transactions.executeWithoutResult(
        status ->
            stored[0] =
                Stream.of(
                        template.batchUpdate(
                            "insert into followers (follower_id, followed_id) values (?, ?)"
                                + " on conflict do nothing",
                            others,
                            others.size(),
                            (statement, other) -> {
                              statement.setLong(1, user);
                              statement.setLong(2, other);
                            }))
                    .flatMapToInt(IntStream::of)
                    .sum());
    return stored[0];
  }

  @Override
  public int unfollowAll(long user) {
    return client.sql("delete from followers where follower_id = ?").param(user).update();
  }
}
