package io.kinrow.benchmarks.peer;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Inserts of users together with their posts, as one library does them.
 *
 * @param <U> its user
 * @param <P> its post
 */
public interface Graphs<U, P> {

  /**
   * A user to be inserted.
   *
   * @param posts what the user wrote; who that is, they do not know yet
   */
  record Writer(String nickname, String email, List<NewPost> posts) {}

  /**
   * Inserts users with their posts in one transaction, and passes on each post as stored with its
   * user.
   */
  void insert(List<Writer> writers, BiConsumer<? super U, ? super P> each);
}
