package io.kinrow.processor.validate;

import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.GeneratedClasses;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Generated classes have names of their own, also where file names ignore case. */
final class ClassNamesRule implements ModelRule {

  @Override
  public void check(Subject subject, Problems problems) {
    DatabaseModel database = subject.database();
    Map<String, String> taken = new HashMap<>();
    for (TableModel table : database.tables()) {
      for (String name : GeneratedClasses.all(table)) {
        String what = name + " of " + table.label();
        if (!take(taken, name, what, table.origin(), problems)) {
          break; // the others follow from this one
        }
      }
    }
    take(taken, database.name(), "the database", database.nameOrigin(), problems);
  }

  private static boolean take(
      Map<String, String> taken, String name, String what, Origin origin, Problems problems) {
    String first = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), what);
    if (first != null) {
      problems.report(origin, Problem.SAME_CLASS_NAME, first, what, name);
    }
    return first == null;
  }
}
