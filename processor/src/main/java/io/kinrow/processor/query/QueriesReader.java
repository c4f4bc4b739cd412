package io.kinrow.processor.query;

import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.QueriesModel;
import io.kinrow.processor.model.QueryMethod;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads an interface of declared queries. */
public final class QueriesReader {

  private final ProcessingEnvironment environment;
  private final Problems problems;
  private final Visibility visibility;
  private final MethodReader methods;

  /**
   * @param facts what is known of the statements, by text
   */
  public QueriesReader(
      ProcessingEnvironment environment,
      DatabaseModel database,
      Map<String, StatementFacts> facts,
      Problems problems) {
    this.environment = environment;
    this.problems = problems;
    this.visibility = new Visibility(environment, database.packageName());
    this.methods =
        new MethodReader(new Context(database, new TypeUses(environment), visibility, facts));
  }

  /** Whether a class of a package can use the interface. */
  public static boolean isVisible(
      ProcessingEnvironment environment, TypeElement type, PackageElement from) {
    Problems hidden = new Problems();
    new Visibility(environment, from.getQualifiedName().toString()).require(type, hidden);
    return hidden.none();
  }

  /** The model; empty if problems were reported. */
  public Optional<QueriesModel> read(TypeElement type) {
    if (type.getKind() != ElementKind.INTERFACE) {
      problems.report(Origin.of(type), Problem.NOT_AN_INTERFACE, type.getSimpleName());
      return Optional.empty();
    }
    if (!type.getTypeParameters().isEmpty()) {
      problems.report(
          Origin.of(type),
          Problem.NO_STATEMENT,
          "interface " + type.getSimpleName(),
          "it has type parameters",
          "use the types themselves");
      return Optional.empty();
    }
    visibility.require(type, problems);
    List<QueryMethod> read = new ArrayList<>();
    for (ExecutableElement method :
        ElementFilter.methodsIn(environment.getElementUtils().getAllMembers(type))) {
      if (method.getModifiers().contains(Modifier.ABSTRACT)) {
        methods.read(method, problems).ifPresent(read::add);
      }
    }
    return problems.none() ? Optional.of(new QueriesModel(type, read)) : Optional.empty();
  }
}
