package io.kinrow.processor.validate;

import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.problem.Problems;
import java.util.List;
import java.util.Set;

/** All rules. */
public final class Rules {

  private static final List<ModelRule> ALL =
      List.of(
          new JavaNamesRule(),
          new ClassNamesRule(),
          new MemberNamesRule(),
          new RepositoryNamesRule(),
          new ExistingClassesRule());

  private Rules() {}

  /**
   * Checks a model against all rules.
   *
   * @param sources qualified names of the classes that javac compiles from source now
   */
  public static void check(
      DatabaseModel database, Links links, Set<String> sources, Problems problems) {
    Subject subject = new Subject(database, links, sources);
    ALL.forEach(rule -> rule.check(subject, problems));
  }
}
