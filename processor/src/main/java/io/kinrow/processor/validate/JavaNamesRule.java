package io.kinrow.processor.validate;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.name.ObjectMethods;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.runtime.Database;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Every name is a Java identifier, no keyword, and no method of {@code Object}. */
final class JavaNamesRule implements ModelRule {

  /** Classes that the facade inherits, which would hide it. */
  private static final Set<String> INHERITED =
      Arrays.stream(Database.class.getClasses())
          .map(Class::getSimpleName)
          .collect(Collectors.toSet());

  @Override
  public void check(Subject subject, Problems problems) {
    String name = subject.database().name();
    if (!isTypeName(name) || INHERITED.contains(name)) {
      problems.report(subject.database().nameOrigin(), Problem.NOT_A_CLASS_NAME, name);
    }
    for (TableModel table : subject.database().tables()) {
      Origin origin = table.origin();
      if (!isTypeName(table.entity())) {
        report(origin, table.entity(), "the entity of " + table.label(), problems);
      }
      member(origin, table.repository(), "the repository of " + table.label(), problems);
      for (ColumnModel column : table.columns()) {
        String what = "column '" + column.name() + "' of " + table.label();
        member(origin, column.property(), what, problems);
      }
      for (RelationModel relation : subject.links().relations(table)) {
        member(origin, relation.name(), MemberNamesRule.label(relation), problems);
      }
    }
  }

  private static boolean isTypeName(String name) {
    return SourceVersion.isName(name)
        && !name.contains(".")
        && !Set.of("var", "record", "yield", "sealed", "permits").contains(name);
  }

  private static void member(Origin origin, String name, String what, Problems problems) {
    if (ObjectMethods.contain(name)) {
      problems.report(
          origin, Problem.NOT_A_NAME, name, what, "a method that every Java object has");
    } else if (!SourceVersion.isName(name) || name.contains(".") || name.equals("yield")) {
      report(origin, name, what, problems);
    }
  }

  private static void report(Origin origin, String name, String what, Problems problems) {
    String why = SourceVersion.isIdentifier(name) ? "a Java keyword" : "not a Java identifier";
    problems.report(origin, Problem.NOT_A_NAME, name, what, why);
  }
}
