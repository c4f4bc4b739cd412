package io.kinrow.runtime;

import io.kinrow.runtime.internal.write.Conflict;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Field;

/**
 * Inserts rows that may be there already, as the columns of a unique key tell. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * User susan = blog.users().onConflict(USERS.NICKNAME).updateOnly(USERS.EMAIL)
 *     .upsert(u -> u.nickname("susan").email("susan@example.com").aboutMe("new here"));
 * }</pre>
 *
 * @param <E> the entity
 * @param <S> the first stage of an insert, which asks for the first required column
 * @param <D> the last stage, which has all the required columns
 */
public final class OnConflict<E, S, D> {

  private final Repository<E, ?, S, D, ?> repository;
  private final Conflict conflict;

  OnConflict(Repository<E, ?, S, D, ?> repository, Conflict conflict) {
    this.repository = repository;
    this.conflict = conflict;
  }

  /**
   * Chooses the columns that an upsert updates if the row is there already. Its other columns stay
   * as they are stored, whatever the new row sets them to. Without this choice, an upsert updates
   * all columns that are given.
   *
   * @throws IllegalArgumentException if there are none, or if one belongs to another table. Only
   *     the upsert itself can tell whether the new row has a value for each
   */
  public OnConflict<E, S, D> updateOnly(Field<?>... columns) {
    int[] positions = repository.positions(columns, "updateOnly");
    if (positions.length == 0) {
      throw new IllegalArgumentException(
          "updateOnly of "
              + repository.mapping()
              + " without columns: to leave rows that are there as they are, call insertOrIgnore or"
              + " insertAllOrIgnore");
    }
    return new OnConflict<>(repository, conflict.only(positions));
  }

  /**
   * Inserts a row, or updates the one that has the same values in the columns of the key, with one
   * statement; with two if triggers run on the table's writes.
   *
   * @return the row as it is stored now
   * @throws IllegalArgumentException if one of the key's columns, or of those to update, is not
   *     given
   * @throws org.jooq.exception.DataAccessException also if the columns are not a unique key
   */
  public E upsert(Function<? super S, ? extends D> columns) {
    return repository.upsert(columns, conflict);
  }

  /**
   * Inserts a row for each element, or updates the one that has the same values in the columns of
   * the key: all of them or none, as if one were upserted after the other, with as many statements
   * as {@link Repository#upsertAll}.
   *
   * @return the rows as they are stored now, in the order of the elements, unmodifiable
   * @throws IllegalArgumentException if one of the key's columns, or of those to update, is not
   *     given
   * @throws org.jooq.exception.DataAccessException also if the columns are not a unique key
   */
  public <T> List<E> upsertAll(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return repository.upsertAll(elements, columns, conflict);
  }

  /**
   * Inserts a row, unless one is there that has the same values in the columns of the key. If
   * another key of the table is there already, this is an error.
   *
   * @return the new row as it was stored; empty if it is there already, or if a trigger or rule
   *     skipped it
   * @throws UnsupportedOperationException on engines other than SQLite and PostgreSQL
   */
  public Optional<E> insertOrIgnore(Function<? super S, ? extends D> columns) {
    return repository.insertOrIgnore(columns, conflict);
  }

  /**
   * Inserts a row for each element, unless one is there that has the same values in the columns of
   * the key. If another key of the table is there already, this is an error, and no row is stored.
   *
   * @return the new rows as they were stored, in the order of their elements, unmodifiable
   * @throws UnsupportedOperationException on engines other than SQLite and PostgreSQL
   */
  public <T> List<E> insertAllOrIgnore(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return repository.insertAllOrIgnore(elements, columns, conflict);
  }
}
