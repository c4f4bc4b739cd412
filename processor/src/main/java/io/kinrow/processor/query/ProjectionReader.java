package io.kinrow.processor.query;

import io.kinrow.annotation.Projection;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.model.ProjectionModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.problem.Spelling;
import io.kinrow.processor.read.AnnotationReader;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** Reads a record with {@link Projection}. */
public final class ProjectionReader {

  private final DatabaseModel database;
  private final Links links;
  private final TypeUses types;
  private final Visibility visibility;
  private final Problems problems;

  public ProjectionReader(
      ProcessingEnvironment environment, DatabaseModel database, Links links, Problems problems) {
    this.database = database;
    this.links = links;
    this.types = new TypeUses(environment);
    this.visibility = new Visibility(environment, database.packageName());
    this.problems = problems;
  }

  /** The class in the annotation; empty if there is none of that name. */
  public static Optional<TypeElement> entity(TypeElement type) {
    return AnnotationReader.of(type, Projection.class)
        .flatMap(annotation -> annotation.value("value"))
        .map(AnnotationValue::getValue)
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast)
        .filter(declared -> declared.getKind() == TypeKind.DECLARED)
        .map(declared -> (TypeElement) declared.asElement());
  }

  /** Reports a class that is not an entity of any database. */
  public static void refuse(TypeElement type, TypeElement entity, Problems problems) {
    problems.report(
        origin(type),
        Problem.NOT_A_PROJECTION,
        type.getSimpleName(),
        entity.getQualifiedName() + " is not an entity",
        "name the generated class of a table or view, which has @Repositories on its package");
  }

  private static Origin origin(TypeElement type) {
    return AnnotationReader.of(type, Projection.class)
        .map(annotation -> annotation.originOf("value"))
        .orElse(Origin.of(type));
  }

  /** The model; empty if problems were reported. */
  public Optional<ProjectionModel> read(TypeElement type, TypeElement entity) {
    Problems found = new Problems();
    Optional<ProjectionModel> read = read(type, entity, found);
    boolean good = found.none();
    problems.add(found);
    return good ? read : Optional.empty();
  }

  private Optional<ProjectionModel> read(TypeElement type, TypeElement entity, Problems found) {
    Optional<TableModel> table =
        database.tables().stream()
            .filter(
                each ->
                    entity
                        .getQualifiedName()
                        .contentEquals(database.packageName() + "." + each.entity()))
            .findFirst();
    if (table.isEmpty()) {
      List<String> entities = database.tables().stream().map(TableModel::entity).toList();
      found.report(
          origin(type),
          Problem.NOT_A_PROJECTION,
          type.getSimpleName(),
          entity.getQualifiedName() + " is not an entity",
          "name the class of a table or view"
              + Spelling.hint(entity.getSimpleName().toString(), entities));
      return Optional.empty();
    }
    if (type.getKind() != ElementKind.RECORD) {
      found.report(
          Origin.of(type),
          Problem.NOT_A_PROJECTION,
          type.getSimpleName(),
          "it is not a record",
          "declare it as a record with a component for each value");
      return Optional.empty();
    }
    visibility.require(type, found);
    return new ComponentReader(links, types, visibility, found)
        .record(type, table.get(), List.of(), Origin.of(type));
  }
}
