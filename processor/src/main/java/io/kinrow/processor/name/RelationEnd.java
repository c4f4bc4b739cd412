package io.kinrow.processor.name;

import io.kinrow.processor.fact.ReferenceFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import java.util.List;

/**
 * One navigation to be named.
 *
 * @param table the table that has the foreign key
 * @param reference the foreign key
 * @param side which navigation of it
 * @param home the table whose entity has the navigation
 * @param list whether it gives many rows, and so comes with a count and a query
 */
record RelationEnd(TableId table, String reference, Side side, TableId home, boolean list) {

  enum Side {
    ONE,
    MANY,
    ACROSS
  }

  static RelationEnd one(TableFacts table, ReferenceFacts reference) {
    return new RelationEnd(table.id(), reference.key(), Side.ONE, table.id(), false);
  }

  static RelationEnd many(TableFacts table, ReferenceFacts reference) {
    return new RelationEnd(
        table.id(), reference.key(), Side.MANY, reference.target(), !reference.unique());
  }

  static RelationEnd across(TableFacts table, ReferenceFacts reference) {
    return new RelationEnd(table.id(), reference.key(), Side.ACROSS, reference.target(), true);
  }

  /** The methods that the navigation brings along. */
  List<String> family(String name) {
    return list ? List.of(name, name + "Count", "query" + Words.capitalised(name)) : List.of(name);
  }
}
