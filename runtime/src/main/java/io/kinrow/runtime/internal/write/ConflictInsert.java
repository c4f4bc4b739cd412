package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/** Inserts rows of which some may be there already, and reads them back. Immutable. */
final class ConflictInsert<E> {

  private final Scope scope;
  private final TableSql<E> sql;
  private final EntityMapping<E> mapping;
  private final Conflict conflict;

  ConflictInsert(Scope scope, TableSql<E> sql, Conflict conflict) {
    this.scope = scope;
    this.sql = sql;
    this.mapping = sql.mapping();
    this.conflict = conflict;
    if (ignores()) {
      refuseUnlessIgnored(scope, "insertOrIgnore and insertAllOrIgnore");
    }
  }

  /**
   * Checks that the engine can leave out rows that are there.
   *
   * @throws UnsupportedOperationException if not
   */
  static void refuseUnlessIgnored(Scope scope, String methods) {
    if (!scope.core().dialect().ignoresConflicts()) {
      throw new UnsupportedOperationException(
          methods
              + " are for SQLite and PostgreSQL, which have ON CONFLICT DO NOTHING: the statement"
              + " that other engines have for it hides other errors as well");
    }
  }

  /** Two rows of one statement are one row to the database; not shown to callers. */
  private static final class SameRowTwice extends RuntimeException {

    private static final long serialVersionUID = 1;

    private SameRowTwice(SQLException cause) {
      super(cause);
    }
  }

  private boolean ignores() {
    return conflict.kind() == Conflict.Kind.IGNORE;
  }

  /** Whether the statement itself does not return the row as it will be stored. */
  private boolean isReadAfter() {
    return mapping.triggers() || !WriteSql.returns(scope.core());
  }

  /** The row as it is stored now; null if it is left out. */
  @SuppressWarnings("NullAway") // what the work returns may be null here
  @Nullable E one(Draft draft) {
    conflict.check(mapping, draft.columns());
    Conflict rule = ruleFor(draft.columns());
    Changes columns = new Stamp(scope.core(), mapping).fill(draft).columns();
    return isReadAfter()
        ? Transactions.in(scope, inside -> inserted(inside, draft, columns, rule))
        : only(
            run(
                scope,
                Kin.single(scope, Loading.SIBLINGS, mapping),
                List.of(draft),
                columns,
                rule));
  }

  /** Columns that are filled by rule are not for a row that is there. */
  private Conflict ruleFor(Changes given) {
    return mapping.managed().isEmpty() ? conflict : conflict.ofGiven(given);
  }

  private @Nullable E inserted(Scope inside, Draft draft, Changes columns, Conflict rule) {
    InsertedRow<E> row = new InsertedRow<>(inside, sql);
    return ignores() ? row.insertOrIgnore(draft, columns, rule) : row.upsert(draft, columns, rule);
  }

  /** Rows that follow each other, for which the rule is the same. */
  private record Alike(Conflict rule, List<Draft> drafts) {}

  private static <T> @Nullable T only(List<T> rows) {
    return rows.isEmpty() ? null : rows.get(0);
  }

  /**
   * The rows as they are stored now, in the order of the drafts, but for those left out.
   *
   * <p>A statement of several rows must not have two for one stored row. Two with equal keys go to
   * statements of their own; where only the database takes keys for equal, such as those that
   * differ in case, all rows start again in statements of their own.
   */
  List<E> all(Iterable<? extends Draft> drafts) {
    List<Alike> given = alike(drafts);
    if (given.isEmpty()) {
      return List.of();
    }
    try {
      return all(given, isReadAfter());
    } catch (SameRowTwice e) {
      return all(given, true);
    }
  }

  private List<Alike> alike(Iterable<? extends Draft> drafts) {
    Stamp stamp = new Stamp(scope.core(), mapping);
    List<Alike> all = new ArrayList<>();
    Alike last = null;
    for (Draft draft : drafts) {
      conflict.check(mapping, draft.columns());
      Conflict rule = ruleFor(draft.columns());
      if (last == null || !last.rule.equals(rule)) {
        last = new Alike(rule, new ArrayList<>());
        all.add(last);
      }
      last.drafts.add(stamp.fill(draft));
    }
    return all;
  }

  private List<E> all(List<Alike> given, boolean oneByOne) {
    return Transactions.in(
        scope,
        inside -> {
          Core core = inside.core();
          Kin kin = Kin.of(scope, Loading.SIBLINGS, mapping);
          List<E> rows = new ArrayList<>();
          for (Alike same : given) {
            Runs.each(
                same.drafts,
                columns -> oneByOne ? 1 : WriteSql.mostRows(core, mapping, columns, same.rule),
                oneByOne || ignores() ? draft -> null : this::key,
                (alike, columns) -> rows.addAll(some(inside, kin, alike, columns, same.rule)));
          }
          return Collections.unmodifiableList(latest(rows));
        });
  }

  private @Nullable Object key(Draft draft) {
    int[] columns = conflict.columns();
    @Nullable Object[] values = new @Nullable Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = draft.value(columns[i]);
    }
    return mapping.normal(columns, values);
  }

  private List<E> some(Scope inside, Kin kin, List<Draft> alike, Changes columns, Conflict rule) {
    if (!isReadAfter()) {
      return run(inside, kin, alike, columns, rule);
    }
    E row = inserted(inside, alike.get(0), columns, rule);
    return row == null ? List.of() : List.of(row);
  }

  /** Inserts rows by one statement, which returns them in the order in which it stored them. */
  private List<E> run(Scope on, Kin kin, List<Draft> alike, Changes columns, Conflict rule) {
    int size = alike.size();
    String text = WriteSql.insert(on.core(), mapping, columns, rule, true, size);
    List<E> rows;
    try {
      rows =
          Statements.returning(
              on,
              text,
              binds -> Draft.bindAll(alike, binds, mapping),
              result -> {
                List<E> read = new ArrayList<>(size);
                while (result.next()) {
                  read.add(mapping.entity(result, kin));
                }
                return read;
              });
    } catch (SQLException e) {
      if (size > 1 && on.core().dialect().isSameRowTwice(e)) {
        throw new SameRowTwice(e);
      }
      Violation violation = new Violation(on, mapping);
      throw size == 1
          ? violation.ofRow(e, text, columns, alike.get(0)::value)
          : violation.of(e, text);
    }
    if (!ignores() && rows.size() != size) {
      throw new NoDataFoundException(
          size == 1
              ? InsertedRow.skipped(mapping)
              : "the database stored %d of %d rows of %s: a trigger or a rule skipped the others; none of the rows of this call was stored"
                  .formatted(rows.size(), size, mapping));
    }
    return rows;
  }

  /** Each row as the last statement left it that wrote to it. */
  private List<E> latest(List<E> rows) {
    Map<Object, E> last = new HashMap<>(rows.size() * 2);
    int[] key = mapping.info().key();
    boolean repeated = false;
    for (E row : rows) {
      Object normal = mapping.normal(key, mapping.key(row));
      repeated |= normal != null && last.put(normal, row) != null;
    }
    return repeated
        ? rows.stream().map(row -> last.getOrDefault(normalOf(row), row)).toList()
        : rows;
  }

  private Object normalOf(E row) {
    Object normal = mapping.normal(mapping.info().key(), mapping.key(row));
    return normal == null ? row : normal;
  }
}
