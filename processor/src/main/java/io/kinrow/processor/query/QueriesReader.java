package io.kinrow.processor.query;

import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.QueriesModel;
import io.kinrow.processor.model.QueryMethod;
import io.kinrow.processor.model.RowField;
import io.kinrow.processor.model.RowFieldsModel;
import io.kinrow.processor.model.RowPart;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
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
    List<RowFieldsModel> fields = RowFieldsModel.of(type, read);
    refuseOwnTypes(fields, read);
    return problems.none() ? Optional.of(new QueriesModel(type, read, fields)) : Optional.empty();
  }

  /** A field has one type, that of all columns which it stands for. */
  private void refuseOwnTypes(List<RowFieldsModel> all, List<QueryMethod> methods) {
    Map<String, TypeElement> names = new HashMap<>();
    for (RowFieldsModel fields : all) {
      TypeElement same = names.putIfAbsent(fields.alias(), fields.type());
      if (same != null) {
        problems.report(
            Origin.of(fields.type()),
            Problem.SAME_RECORD_NAME,
            fields.type(),
            same,
            fields.alias());
      }
      for (QueryMethod method : methods) {
        if (method.row().filter(row -> isOf(row, fields.type())).isPresent()) {
          for (RowField field : method.fields()) {
            Optional<RowField> merged = RowFieldsModel.named(field.name(), fields.fields());
            if (field.ofOwnType()
                && field.origin().isPresent()
                && merged.filter(other -> other.origin().isEmpty()).isPresent()) {
              problems.report(
                  Origin.of(method.element()),
                  Problem.DIFFERENT_FIELDS,
                  field.name(),
                  fields.type().getSimpleName(),
                  field.origin().get());
            }
          }
        }
      }
    }
  }

  private static boolean isOf(RowPart row, TypeElement type) {
    return row instanceof RowPart.Components record && record.type().equals(type);
  }
}
