package io.kinrow.processor.write;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.model.ReferenceModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One required column of an insert, and the relations that may set it instead.
 *
 * @param relations each with the number of stages that it completes
 */
record Stage(ColumnModel column, Map<RelationModel, Integer> relations) {

  /**
   * The required columns in table order, those of a composite foreign key together.
   *
   * @param given columns that need no stage
   */
  static List<Stage> of(TableModel table, Links links, Collection<ColumnModel> given) {
    List<RelationModel> along =
        links.relations(table).stream()
            .filter(relation -> relation.kind() == RelationModel.Kind.ONE)
            .filter(RelationModel::sameTypes)
            .filter(relation -> Collections.disjoint(relation.sourceColumns(), given))
            .toList();
    List<RelationModel> composite =
        along.stream()
            .filter(relation -> relation.sourceColumns().size() > 1)
            .filter(relation -> relation.sourceColumns().stream().allMatch(c -> required(table, c)))
            .filter(relation -> ownColumns(table, relation))
            .toList();
    List<Stage> stages = new ArrayList<>();
    Set<ColumnModel> columns = order(table, composite);
    columns.removeAll(given);
    for (ColumnModel column : columns) {
      Map<RelationModel, Integer> relations = new LinkedHashMap<>();
      along.stream()
          .filter(relation -> relation.sourceColumns().equals(List.of(column)))
          .forEach(relation -> relations.put(relation, 1));
      composite.stream()
          .filter(relation -> first(relation).equals(column))
          .forEach(relation -> relations.put(relation, relation.sourceColumns().size()));
      stages.add(new Stage(column, relations));
    }
    return stages;
  }

  /** A column without which there is no row. */
  static boolean required(TableModel table, ColumnModel column) {
    return !column.nullable()
        && !column.defaulted()
        && !column.generated()
        && column.managed() == null
        && (!column.identity() || table.refers(column));
  }

  private static boolean ownColumns(TableModel table, RelationModel relation) {
    for (ReferenceModel other : table.references()) {
      if (!other.equals(relation.reference())
          && other.columns().stream().anyMatch(relation.sourceColumns()::contains)) {
        return false;
      }
    }
    return true;
  }

  private static ColumnModel first(RelationModel relation) {
    return relation.sourceColumns().stream()
        .min(Comparator.comparingInt(ColumnModel::position))
        .orElseThrow();
  }

  private static Set<ColumnModel> order(TableModel table, List<RelationModel> composite) {
    Set<ColumnModel> order = new LinkedHashSet<>();
    for (ColumnModel column : table.columns()) {
      if (required(table, column)) {
        order.add(column);
        composite.stream()
            .filter(relation -> first(relation).equals(column))
            .forEach(
                relation ->
                    table.columns().stream()
                        .filter(relation.sourceColumns()::contains)
                        .forEach(order::add));
      }
    }
    return order;
  }
}
