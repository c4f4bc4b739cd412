package io.kinrow.benchmarks.peer;

import static io.kinrow.benchmarks.jooq.Tables.FOLLOWERS;
import static io.kinrow.benchmarks.jooq.Tables.USERS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.excluded;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** By jOOQ's batches, and a query of what was upserted. */
record JooqManyRows(DSLContext dsl) implements ManyRows<UserRow> {

  @Override
  public void update(List<UserRow> users, String aboutMe) {
    dsl.transaction(
        inside -> {
          var batch =
              inside
                  .dsl()
                  .batch(
                      inside
                          .dsl()
                          .update(USERS)
                          .set(USERS.ABOUT_ME, (String) null)
                          .where(USERS.ID.eq((Long) null)));
          for (UserRow user : users) {
            batch.bind(aboutMe, user.id());
          }
          batch.execute();
        });
  }

  /** On SQLite, jOOQ returns no row of an upsert; so the rows are read by their nicknames. */
  @Override
  public List<UserRow> upsert(List<Person> people) {
    return dsl.transactionResult(
        inside -> {
          var batch =
              inside
                  .dsl()
                  .batch(
                      inside
                          .dsl()
                          .insertInto(USERS, USERS.NICKNAME, USERS.EMAIL, USERS.ABOUT_ME)
                          .values((String) null, null, null)
                          .onConflict(USERS.NICKNAME)
                          .doUpdate()
                          .set(USERS.EMAIL, excluded(USERS.EMAIL))
                          .set(USERS.ABOUT_ME, excluded(USERS.ABOUT_ME)));
          for (Person person : people) {
            batch.bind(person.nickname(), person.email(), person.aboutMe());
          }
          batch.execute();
          Map<String, UserRow> stored =
              inside
                  .dsl()
                  .select(USERS.ID, USERS.NICKNAME, USERS.EMAIL, USERS.ABOUT_ME, USERS.LAST_SEEN)
                  .from(USERS)
                  .where(USERS.NICKNAME.in(people.stream().map(Person::nickname).toList()))
                  .fetchMap(USERS.NICKNAME, mapping(UserRow::new));
          return people.stream().map(person -> stored.get(person.nickname())).toList();
        });
  }

  @Override
  public int follow(long user, List<Long> others) {
    return dsl.transactionResult(
        inside -> {
          var batch =
              inside
                  .dsl()
                  .batch(
                      inside
                          .dsl()
                          .insertInto(FOLLOWERS, FOLLOWERS.FOLLOWER_ID, FOLLOWERS.FOLLOWED_ID)
                          .values((Long) null, null)
                          .onConflictDoNothing());
          for (Long other : others) {
            batch.bind(user, other);
          }
          return IntStream.of(batch.execute()).sum();
        });
  }

  @Override
  public int unfollowAll(long user) {
    return dsl.deleteFrom(FOLLOWERS).where(FOLLOWERS.FOLLOWER_ID.eq(user)).execute();
  }
}
