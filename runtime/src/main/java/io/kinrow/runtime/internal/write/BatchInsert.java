package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.sql.Batch;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows in batches and counts those that were stored. Where the driver does not tell, they
 * are all of them, unless something may skip some: then the batch is taken back and the rows are
 * sent one by one. Runs inside a transaction. Not thread-safe.
 */
final class BatchInsert {

  private final Scope scope;
  private final EntityMapping<?> mapping;
  private boolean oneByOne;

  BatchInsert(Scope scope, EntityMapping<?> mapping) {
    this.scope = scope;
    this.mapping = mapping;
  }

  /** Thrown to take a batch back. */
  private static final class Untold extends RuntimeException {
    private static final long serialVersionUID = 1;

    Untold() {
      super(null, null, false, false);
    }
  }

  /** Inserts rows that have the same columns; returns how many were stored. */
  int send(List<Draft> drafts, Changes columns) {
    if (!oneByOne) {
      try {
        return skippers() != null
            ? Transactions.in(
                scope, inside -> new BatchInsert(inside, mapping).all(drafts, columns))
            : all(drafts, columns);
      } catch (Untold untold) {
        oneByOne = true;
      }
    }
    int stored = 0;
    for (Draft draft : drafts) {
      stored += run(List.of(draft), columns);
    }
    return stored;
  }

  private int all(List<Draft> drafts, Changes columns) {
    int stored = run(drafts, columns);
    if (stored != Batch.UNTOLD) {
      return stored;
    }
    String skippers = skippers();
    if (skippers != null && maySkip(skippers)) {
      throw new Untold();
    }
    return drafts.size();
  }

  private @Nullable String skippers() {
    return scope.core().dialect().rowSkippers();
  }

  private boolean maySkip(String skippers) {
    String table = scope.core().renderer().render(mapping.table());
    return Statements.query(
            scope,
            skippers,
            binds -> {
              binds.add((Object) table);
              binds.add((Object) table);
            },
            Reader.COUNT)
        > 0;
  }

  private int run(List<Draft> drafts, Changes columns) {
    String text = WriteSql.insert(scope.core(), mapping, columns, false);
    Batch batch = new Batch(scope, text);
    try {
      int stored = batch.run(drafts, (binds, draft) -> draft.bind(binds, mapping));
      if (stored == Batch.UNTOLD && oneByOne) {
        throw new DataAccessException(
            "the driver does not say whether it stored a row of " + mapping);
      }
      return stored;
    } catch (SQLException e) {
      int failed = batch.failedRow(e);
      Violation violation = new Violation(scope, mapping);
      throw failed < 0
          ? violation.of(e, text)
          : violation.ofRow(e, text, columns, drafts.get(failed)::value);
    }
  }
}
