package io.kinrow.benchmarks.peer;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The work that is measured, as one library does it. Each method returns or passes on objects that
 * hold all columns of their rows.
 *
 * @param <U> its user
 * @param <P> its post
 */
public interface Peer<U, P> extends AutoCloseable {

  /** The user with a primary key. */
  U user(long id);

  /** The user with a unique nickname. */
  U userNamed(String nickname);

  /** The one user with an email, seen in or after a year: a condition composed at run time. */
  U userWhere(String email, int seenSince);

  /** The users with keys in a range, in key order: a condition composed at run time. */
  List<U> users(long from, long to);

  /**
   * Passes on each post of each user in a range of keys, loaded in as few statements as is good.
   */
  void postsOf(long from, long to, BiConsumer<? super U, ? super P> each);

  /** Passes on each post in a range of keys with its author. */
  void authorsOf(long from, long to, BiConsumer<? super P, ? super U> each);

  /** Posts in key order, without the first so many. */
  List<P> page(int offset, int size);

  /** Posts in key order, one page after the other by keyset; begins again after the last. */
  Supplier<List<P>> pages(int size);

  /** Inserts a post and returns it as stored. */
  P insert(NewPost post);

  /** Inserts posts in one transaction; their keys are not wanted. */
  void insertAll(List<NewPost> posts);

  /** Inserts posts in one transaction and returns them as stored. */
  List<P> insertReturning(List<NewPost> posts);

  /** Stores another text in the {@code about_me} of a user that was read before. */
  void update(U user, String aboutMe);

  /** Deletes a post that was read or inserted before. */
  void delete(P post);

  /** Passes on all posts, one by one. */
  void stream(Consumer<? super P> each);

  /** Work with statements of one's own, if that is what the library is for. */
  default Optional<OwnSql> ownSql() {
    return Optional.empty();
  }

  /** Writes of many rows, if the library is measured with them. */
  default Optional<ManyRows<U>> manyRows() {
    return Optional.empty();
  }

  /** Inserts of rows with those that reference them, if the library is measured with them. */
  default Optional<Graphs<U, P>> graphs() {
    return Optional.empty();
  }

  /** Adds all columns of a user to a checksum. */
  void addUser(U user, Checksum sum);

  /** Adds all columns of a post to a checksum. */
  void addPost(P post, Checksum sum);

  @Override
  void close();
}
