package io.kinrow.processor.validate;

import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import java.util.HashMap;
import java.util.Map;

/** The facade's methods have names of their own. */
final class RepositoryNamesRule implements ModelRule {

  @Override
  public void check(Subject subject, Problems problems) {
    Map<String, TableModel> taken = new HashMap<>();
    for (TableModel table : subject.database().tables()) {
      TableModel first = taken.putIfAbsent(table.repository(), table);
      if (first != null) {
        problems.report(
            table.origin(),
            Problem.SAME_REPOSITORY_NAME,
            first.label(),
            table.label(),
            subject.database().name(),
            table.repository());
      }
    }
  }
}
