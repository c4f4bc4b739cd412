package io.kinrow.processor.name;

import io.kinrow.processor.fact.ReferenceFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;

/**
 * One navigation to be named.
 *
 * @param table the table that has the foreign key
 * @param reference the foreign key
 * @param side which navigation of it
 * @param home the table whose entity has the navigation
 */
record RelationEnd(TableId table, String reference, Side side, TableId home) {

  enum Side {
    ONE,
    MANY,
    ACROSS
  }

  static RelationEnd one(TableFacts table, ReferenceFacts reference) {
    return new RelationEnd(table.id(), reference.key(), Side.ONE, table.id());
  }

  static RelationEnd many(TableFacts table, ReferenceFacts reference) {
    return new RelationEnd(table.id(), reference.key(), Side.MANY, reference.target());
  }

  static RelationEnd across(TableFacts table, ReferenceFacts reference) {
    return new RelationEnd(table.id(), reference.key(), Side.ACROSS, reference.target());
  }
}
