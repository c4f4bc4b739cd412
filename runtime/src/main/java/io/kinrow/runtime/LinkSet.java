package io.kinrow.runtime;

import io.kinrow.runtime.internal.entity.JoinTable;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.write.LinkWrites;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The links of one row across a join table, such as the users whom a user follows: to be added,
 * removed or replaced. Immutable and thread-safe.
 *
 * <pre>{@code
 * blog.users().following(susan).add(david, miguel);
 * blog.users().following(susan).remove(miguel);
 * blog.users().following(susan).set(david, john);
 * }</pre>
 *
 * <p>All methods are idempotent: a link that is there is not added again, and one that is not there
 * is not an error when it is removed. Each takes the same number of statements however many links
 * it writes, and all links are written or none is. Only where the keys are bytes on SQLite, or
 * arrays on PostgreSQL, each added link takes a statement of its own. Engines other than these two
 * cannot add links: that throws {@link UnsupportedOperationException}.
 *
 * <p>Entities that have navigated along these links before keep what they found. If two
 * transactions call {@code set} for the same row at once, links of both may be left; lock the row
 * first where that matters.
 *
 * <p>A write that breaks a constraint, such as a link to a row that does not exist, throws {@link
 * org.jooq.exception.IntegrityConstraintViolationException}; any other failure is a {@link
 * org.jooq.exception.DataAccessException}.
 *
 * @param <T> the entity that the links lead to
 * @param <K> its key, to which the join table refers
 */
public final class LinkSet<T, K> {

  private final JoinTable<?, T> join;
  private final LinkWrites<T> writes;
  private final Function<? super K, @Nullable Object[]> parts;

  LinkSet(
      Scope scope,
      JoinTable<?, T> join,
      @Nullable Object[] near,
      Function<? super K, @Nullable Object[]> parts) {
    this.join = join;
    this.writes = new LinkWrites<>(scope, join, near);
    this.parts = parts;
  }

  /**
   * Adds links to these rows with one statement, and returns how many of them were not there.
   * Without rows, no statement runs.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final int add(T... targets) {
    return add(list(targets, "add"));
  }

  /**
   * Adds links to these rows with one statement, and returns how many of them were not there.
   * Without rows, no statement runs.
   */
  public int add(Collection<? extends T> targets) {
    return writes.add(ofEntities(targets, "add"));
  }

  /**
   * Adds links to the rows with these keys with one statement, and returns how many of them were
   * not there. Without keys, no statement runs.
   */
  public int addKeys(Collection<? extends K> keys) {
    return writes.add(ofKeys(keys, "addKeys"));
  }

  /**
   * Removes the links to these rows with one statement, and returns how many of them were there.
   * Without rows, no statement runs.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final int remove(T... targets) {
    return remove(list(targets, "remove"));
  }

  /**
   * Removes the links to these rows with one statement, and returns how many of them were there.
   * Without rows, no statement runs.
   */
  public int remove(Collection<? extends T> targets) {
    return writes.remove(ofEntities(targets, "remove"));
  }

  /**
   * Removes the links to the rows with these keys with one statement, and returns how many of them
   * were there. Without keys, no statement runs.
   */
  public int removeKeys(Collection<? extends K> keys) {
    return writes.remove(ofKeys(keys, "removeKeys"));
  }

  /**
   * Makes these rows the only ones that are linked, with two statements: links to others are
   * removed, and those that are not there are added. Without rows, one statement removes all links.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final void set(T... targets) {
    set(list(targets, "set"));
  }

  /**
   * Makes these rows the only ones that are linked, with two statements: links to others are
   * removed, and those that are not there are added. Without rows, one statement removes all links.
   */
  public void set(Collection<? extends T> targets) {
    writes.set(ofEntities(targets, "set"));
  }

  /**
   * Makes the rows with these keys the only ones that are linked, with two statements: links to
   * others are removed, and those that are not there are added. Without keys, one statement removes
   * all links.
   */
  public void setKeys(Collection<? extends K> keys) {
    writes.set(ofKeys(keys, "setKeys"));
  }

  /** Removes all links with one statement, and returns how many there were. */
  public int clear() {
    return writes.clear();
  }

  private List<T> list(T[] targets, String method) {
    return Arrays.asList(Given.present(targets, join, method, "the rows are null"));
  }

  private List<@Nullable Object[]> ofEntities(Collection<? extends T> targets, String method) {
    List<@Nullable Object[]> values = new ArrayList<>();
    for (T target : Given.present(targets, join, method, "the collection of rows is null")) {
      T row = Given.present(target, join, method, "row " + (values.size() + 1) + " is null");
      values.add(join.target().values(row, join.targetColumns()));
    }
    return values;
  }

  private List<@Nullable Object[]> ofKeys(Collection<? extends K> keys, String method) {
    List<@Nullable Object[]> values = new ArrayList<>();
    for (K key : Given.present(keys, join, method, "the collection of keys is null")) {
      values.add(
          parts.apply(Given.present(key, join, method, "key " + (values.size() + 1) + " is null")));
    }
    return values;
  }

  /** Returns the relation and the values that its links start from. */
  @Override
  public String toString() {
    return writes.toString();
  }
}
