package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.KeyQuery;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/** Inserts rows of one table and reads them back. Runs inside a transaction. Not thread-safe. */
final class InsertAll<E> {

  private final Scope inside;
  private final TableSql<E> sql;
  private final EntityMapping<E> mapping;
  private final Kin kin;
  private final boolean inOne;

  /**
   * @param inOne whether a statement takes many rows even if the engine is as fast without that
   */
  InsertAll(Scope scope, Scope inside, TableSql<E> sql, boolean inOne) {
    this.inside = inside;
    this.sql = sql;
    this.mapping = sql.mapping();
    this.kin = Kin.of(scope, Loading.SIBLINGS, mapping);
    this.inOne = inOne;
  }

  Siblings<E> run(List<Draft> drafts) {
    return mapping.triggers() || !WriteSql.returns(inside.core())
        ? readAfter(drafts)
        : returning(drafts);
  }

  private Siblings<E> returning(List<Draft> drafts) {
    List<E> rows = new ArrayList<>(drafts.size());
    Runs.each(
        drafts,
        columns -> WriteSql.mostRows(inside.core(), mapping, columns, null, inOne),
        (alike, columns) -> rows.addAll(returning(alike, columns, rows.size())));
    return new Siblings<>(
        Collections.unmodifiableList(rows), kin, IntStream.range(0, rows.size()).toArray());
  }

  /** Inserts rows by one statement, which returns them in the order in which it stored them. */
  private List<E> returning(List<Draft> alike, Changes columns, int before) {
    int size = alike.size();
    String text = WriteSql.insert(inside.core(), mapping, columns, null, true, size);
    List<E> rows;
    try {
      rows =
          Statements.returning(
              inside,
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
      Violation violation = new Violation(inside, mapping);
      throw size == 1
          ? violation.ofRow(e, text, columns, alike.get(0)::value)
          : violation.of(e, text);
    }
    if (rows.size() != size) {
      throw new NoDataFoundException(
          size == 1
              ? numbered(InsertedRow.skipped(mapping), before + 1)
              : "the database stored %d of %d rows of %s: a trigger or a rule skipped the others; none of the rows of this call was stored"
                  .formatted(rows.size(), size, mapping));
    }
    return rows;
  }

  /** For engines that return no row, and for tables whose triggers change it after that. */
  private Siblings<E> readAfter(List<Draft> drafts) {
    InsertedRow<E> inserted = new InsertedRow<>(inside, sql);
    List<@Nullable Object[]> keys = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      try {
        keys.add(inserted.keyOfInserted(draft, draft.columns()));
      } catch (NoDataFoundException e) {
        throw new NoDataFoundException(numbered(e.getMessage(), keys.size() + 1));
      }
    }
    if (keys.isEmpty()) {
      return new Siblings<>(List.of(), kin, new int[0]);
    }
    Map<E, Integer> at = new IdentityHashMap<>();
    List<E> rows = new ArrayList<>(keys.size());
    for (E row : KeyQuery.each(inside, sql, keys, kin, at)) {
      if (row == null) {
        throw new NoDataFoundException(numbered(InsertedRow.missing(mapping), rows.size() + 1));
      }
      rows.add(row);
    }
    return new Siblings<>(
        Collections.unmodifiableList(rows), kin, rows.stream().mapToInt(at::get).toArray());
  }

  private static String numbered(@Nullable String message, int number) {
    return message + "; it is row " + number + " of this call, none of whose rows was stored";
  }
}
