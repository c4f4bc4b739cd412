package io.kinrow.processor.validate;

import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.GeneratedClasses;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;

/** No class to be generated has been written by hand. */
final class ExistingClassesRule implements ModelRule {

  @Override
  public void check(Subject subject, Problems problems) {
    DatabaseModel database = subject.database();
    for (TableModel table : database.tables()) {
      for (String name : GeneratedClasses.all(table)) {
        check(subject, name, table.label(), table.origin(), problems);
      }
    }
    check(subject, database.name(), "the database", database.nameOrigin(), problems);
  }

  private static void check(
      Subject subject, String simpleName, String what, Origin origin, Problems problems) {
    String name = subject.database().packageName() + "." + simpleName;
    if (subject.sources().contains(name)) {
      problems.report(origin, Problem.CLASS_EXISTS, name, what);
    }
  }
}
