package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.sql.Batch;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import java.util.List;

/**
 * Inserts rows without reading them back, and counts those that were stored: in one statement where
 * the engine is faster that way, elsewhere in a JDBC batch. Runs inside a transaction. Not
 * thread-safe.
 */
final class BatchInsert {

  private final Scope scope;
  private final EntityMapping<?> mapping;

  BatchInsert(Scope scope, EntityMapping<?> mapping) {
    this.scope = scope;
    this.mapping = mapping;
  }

  /** How many rows {@link #send} takes at once. */
  int most(Changes columns) {
    return scope.core().dialect().insertsManyRows()
        ? WriteSql.mostRows(scope.core(), mapping, columns, null)
        : Batch.ROWS;
  }

  /** Inserts rows that have the same columns; returns how many were stored. */
  int send(List<Draft> drafts, Changes columns) {
    return scope.core().dialect().insertsManyRows()
        ? inOne(drafts, columns)
        : inBatch(drafts, columns);
  }

  private int inOne(List<Draft> drafts, Changes columns) {
    String text = WriteSql.insert(scope.core(), mapping, columns, null, false, drafts.size());
    try {
      return Statements.update(scope, text, binds -> Draft.bindAll(drafts, binds, mapping));
    } catch (SQLException e) {
      throw violation(e, text, columns, drafts, drafts.size() == 1 ? 0 : -1);
    }
  }

  private int inBatch(List<Draft> drafts, Changes columns) {
    String text = WriteSql.insert(scope.core(), mapping, columns, false);
    Batch batch = new Batch(scope, text);
    try {
      int stored = batch.run(drafts, (binds, draft) -> draft.bind(binds, mapping));
      return stored == Batch.UNTOLD ? drafts.size() : stored;
    } catch (SQLException e) {
      throw violation(e, text, columns, drafts, batch.failedRow(e));
    }
  }

  /**
   * What was refused.
   *
   * @param failed the position of the draft, or -1 if that is not known
   */
  private RuntimeException violation(
      SQLException failure, String text, Changes columns, List<Draft> drafts, int failed) {
    Violation violation = new Violation(scope, mapping);
    return failed < 0
        ? violation.of(failure, text)
        : violation.ofRow(failure, text, columns, drafts.get(failed)::value);
  }
}
