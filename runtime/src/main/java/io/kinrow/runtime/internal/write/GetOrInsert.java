package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.Lookup;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row with a unique key, or inserts it. Others may insert or delete it at any time in
 * between: the insert does nothing where the row is there, and then it is looked for again.
 *
 * <p>The first insert does nothing either where another unique key is taken: if two callers insert
 * the same row at once, PostgreSQL may meet the other one in any index first, and only those that
 * the conflict clause names are no error. If the row is still not there after that, another row has
 * that other key, and an insert that ignores the wanted key only is refused with the reason.
 * Immutable and thread-safe.
 *
 * @param <E> the entity
 */
final class GetOrInsert<E> {

  /** Rows that are gone again each time they are looked for, or that are never stored. */
  private static final int ATTEMPTS = 5;

  private final Scope scope;
  private final EntityMapping<E> mapping;
  private final Lookup<E> lookup;
  private final int[] unique;

  /**
   * @param lookup finds the row by the unique columns
   * @param unique their positions, in the same order
   */
  GetOrInsert(Scope scope, EntityMapping<E> mapping, Lookup<E> lookup, int[] unique) {
    this.scope = scope;
    this.mapping = mapping;
    this.lookup = lookup;
    this.unique = unique;
  }

  E run(Draft draft) {
    @Nullable Object[] key = key(draft);
    Stamp stamp = new Stamp(scope.core(), mapping);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      E found = lookup.find(scope, key);
      if (found == null) {
        boolean anyKey = attempt % 2 == 0 && scope.core().dialect().ignoresConflicts();
        Conflict conflict = anyKey ? Conflict.ignore() : Conflict.ignore(unique);
        found = inserted(stamp.fill(draft), key, conflict);
      }
      if (found != null) {
        return found;
      }
    }
    throw new NoDataFoundException(
        "the row of "
            + mapping
            + " with "
            + shown(key)
            + " was not found, and the database did not insert it either: an ON CONFLICT IGNORE"
            + " clause of other columns, a trigger or a rule skipped it, or others keep deleting it");
  }

  private @Nullable Object[] key(Draft draft) {
    @Nullable Object[] key = new @Nullable Object[unique.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = draft.value(unique[i]);
      if (key[i] == null) {
        throw new IllegalArgumentException(
            "getOrInsert of "
                + mapping
                + " needs a value for "
                + mapping.info().columns().get(unique[i])
                + ", which identifies the row; rows with NULL are not unique");
      }
    }
    return key;
  }

  /** The row, or null if another one has its key. */
  private @Nullable E inserted(Draft draft, @Nullable Object[] key, Conflict conflict) {
    if (mapping.triggers() || !WriteSql.returns(scope.core())) {
      send(draft, conflict); // triggers may change the row after the statement
      return lookup.find(scope, key);
    }
    Kin kin = Kin.single(scope, Loading.SIBLINGS, mapping);
    String text = text(draft.columns(), conflict, true);
    try {
      return Statements.returning(
          scope, text, binder(draft), Reader.ofOne(row -> mapping.entity(row, kin)));
    } catch (SQLException e) {
      throw violation(e, text, draft);
    }
  }

  private void send(Draft draft, Conflict conflict) {
    String text = text(draft.columns(), conflict, false);
    try {
      Statements.update(scope, text, binder(draft));
    } catch (SQLException e) {
      throw violation(e, text, draft);
    }
  }

  private String text(Changes columns, Conflict conflict, boolean returning) {
    return WriteSql.insert(scope.core(), mapping, columns, conflict, returning);
  }

  private Binder binder(Draft draft) {
    return binds -> draft.bind(binds, mapping);
  }

  private RuntimeException violation(SQLException failure, String text, Draft draft) {
    return new Violation(scope, mapping).ofRow(failure, text, draft.columns(), draft::value);
  }

  private String shown(@Nullable Object[] key) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < key.length; i++) {
      shown.append(i == 0 ? "" : ", ").append(mapping.info().columns().get(unique[i]));
      shown.append(" = ").append(Violation.literal(key[i]));
    }
    return shown.toString();
  }
}
