package io.kinrow.benchmarks.peer;

import java.util.List;

/**
 * Writes of many rows other than inserts, each in one transaction, as one library does them.
 *
 * @param <U> its user
 */
public interface ManyRows<U> {

  /** A user to be inserted, or to be updated if the nickname is there. */
  record Person(String nickname, String email, String aboutMe) {}

  /** Stores another text in the {@code about_me} of users that were read before. */
  void update(List<U> users, String aboutMe);

  /** Inserts users, or updates those with the same nickname, and returns them as stored. */
  List<U> upsert(List<Person> people);

  /** Lets a user follow others; returns how many of them the user did not follow before. */
  int follow(long user, List<Long> others);

  /** Lets a user follow nobody; returns how many that were. */
  int unfollowAll(long user);
}
