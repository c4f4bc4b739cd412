package io.kinrow.processor.validate;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import java.util.HashMap;
import java.util.Map;

/** The columns and relations of an entity have names of their own. */
final class MemberNamesRule implements ModelRule {

  @Override
  public void check(Subject subject, Problems problems) {
    for (TableModel table : subject.database().tables()) {
      Map<String, String> taken = new HashMap<>();
      for (ColumnModel column : table.columns()) {
        take(taken, column.property(), "column '" + column.name() + "'", table, problems);
      }
      for (RelationModel relation : subject.links().relations(table)) {
        take(taken, relation.name(), label(relation), table, problems);
      }
    }
  }

  private static void take(
      Map<String, String> taken, String name, String what, TableModel table, Problems problems) {
    String first = taken.putIfAbsent(name, what);
    if (first != null) {
      problems.report(table.origin(), Problem.SAME_MEMBER_NAME, first, what, table.entity(), name);
    }
  }

  static String label(RelationModel relation) {
    RelationModel.Join join = relation.join();
    TableModel owner =
        switch (relation.kind()) {
          case ONE -> relation.source();
          case MANY -> relation.target();
          case ACROSS -> join == null ? relation.target() : join.table();
        };
    String foreignKey = relation.reference().label() + " of " + owner.label();
    return switch (relation.kind()) {
      case ONE -> "the relation along " + foreignKey;
      case MANY -> "the relation against " + foreignKey;
      case ACROSS -> "the relation across " + foreignKey;
    };
  }
}
