package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.KeyPlaces;
import io.kinrow.runtime.internal.entity.KeyQuery;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.sql.Batch;
import io.kinrow.runtime.internal.sql.Scope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Updates rows in JDBC batches of those that change the same columns. Runs inside a transaction;
 * used once.
 */
final class BatchUpdate<E> {

  private final Scope scope;
  private final TableSql<E> sql;
  private final EntityMapping<E> mapping;
  private final Writes<E> writes;

  /** Updates that wait, by the columns that they change; no two of one row. */
  private final Map<Changes, List<E>> waiting = new LinkedHashMap<>();

  /** Those that change the same columns as the last one. */
  private List<E> alike = new ArrayList<>();

  private Changes columnsOfAlike = Changes.NONE;

  /** All rows, and in which round of updates each was the last time. */
  private final KeyPlaces rows;

  private final int[] roundOf;
  private int round = 1;

  /** Rows of which the driver did not tell whether they were there. */
  private final List<E> untold = new ArrayList<>();

  /**
   * @param most how many rows there are
   */
  BatchUpdate(Scope scope, TableSql<E> sql, int most) {
    this.scope = scope;
    this.sql = sql;
    this.mapping = sql.mapping();
    this.writes = new Writes<>(scope, sql);
    this.rows = KeyPlaces.of(most, mapping.normalTypes(mapping.info().key()));
    this.roundOf = new int[most];
  }

  /** Stores the changes; returns the entities as they are stored now, in the same order. */
  List<E> run(List<E> entities) {
    for (E entity : entities) {
      Changes columns = mapping.changes(entity);
      if (!columns.isEmpty()) {
        add(entity, columns);
      }
    }
    send();
    look(untold);
    return stored(entities);
  }

  /** A row that comes again has to wait for what waits for it, for the last one to win. */
  private void add(E entity, Changes columns) {
    Object key = mapping.normal(mapping.info().key(), mapping.key(entity));
    if (key != null) {
      int place = rows.add(key);
      if (roundOf[place] == round) {
        send();
      }
      roundOf[place] = round;
    }
    if (!columns.equals(columnsOfAlike)) {
      columnsOfAlike = columns;
      alike = waiting.computeIfAbsent(columns, none -> new ArrayList<>());
    }
    alike.add(entity);
  }

  private void send() {
    waiting.forEach(
        (columns, entities) -> {
          for (int from = 0; from < entities.size(); from += Batch.ROWS) {
            int to = Math.min(entities.size(), from + Batch.ROWS);
            send(entities.subList(from, to), columns);
          }
        });
    waiting.clear();
    columnsOfAlike = Changes.NONE;
    round++;
  }

  private void send(List<E> entities, Changes columns) {
    if (entities.size() == 1) {
      writes.send(entities.get(0), columns);
      return;
    }
    String text = WriteSql.update(scope.core(), mapping, columns, false);
    Batch batch = new Batch(scope, text);
    int[] counts;
    try {
      counts = batch.each(entities, (binds, entity) -> writes.bindUpdate(binds, entity, columns));
    } catch (SQLException e) {
      throw violation(e, text, columns, entities, batch.failedRow(e));
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        writes.explain(entities.get(i), columns);
      } else if (counts[i] < 0) {
        untold.add(entities.get(i));
      }
    }
  }

  private RuntimeException violation(
      SQLException failure, String text, Changes columns, List<E> entities, int failed) {
    Violation violation = new Violation(scope, mapping);
    return failed < 0
        ? violation.of(failure, text)
        : violation.ofRow(
            failure, text, columns, column -> mapping.value(entities.get(failed), column));
  }

  /** Reads rows by their keys, of which there has to be one each. */
  private List<E> look(List<E> entities) {
    List<@Nullable E> rows =
        entities.isEmpty()
            ? List.of()
            : KeyQuery.each(scope, sql, entities.stream().map(mapping::key).toList());
    List<E> found = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      E row = rows.get(i);
      if (row == null) {
        throw writes.gone(entities.get(i));
      }
      found.add(row);
    }
    return found;
  }

  /** The entities after their update, those that have to be read again by one query. */
  private List<E> stored(List<E> entities) {
    List<E> stored = new ArrayList<>(entities);
    List<Integer> unknown = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      E entity = stored.get(i);
      Changes columns = mapping.changes(entity);
      if (!columns.isEmpty() && writes.isReadBack(entity, columns)) {
        unknown.add(i);
      } else if (!columns.isEmpty()) {
        stored.set(i, mapping.stored(entity));
      }
    }
    List<E> read = look(unknown.stream().map(entities::get).toList());
    for (int i = 0; i < read.size(); i++) {
      stored.set(unknown.get(i), read.get(i));
    }
    return Collections.unmodifiableList(stored);
  }
}
