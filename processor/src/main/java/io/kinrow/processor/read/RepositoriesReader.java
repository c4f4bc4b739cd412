package io.kinrow.processor.read;

import io.kinrow.annotation.Repositories;
import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.problem.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** Reads {@code @Repositories} and all that it leads to. */
public final class RepositoriesReader {

  private final ProcessingEnvironment environment;
  private final Problems problems;

  public RepositoriesReader(ProcessingEnvironment environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** The model; empty while the {@code Tables} class does not exist, which javac reports itself. */
  public Optional<DatabaseModel> read(PackageElement element) {
    AnnotationReader annotation = AnnotationReader.of(element, Repositories.class).orElseThrow();
    return tablesClass(annotation).map(tables -> read(element, annotation, tables));
  }

  private static Optional<TypeElement> tablesClass(AnnotationReader annotation) {
    Object value = annotation.value("tables").map(AnnotationValue::getValue).orElse(null);
    return value instanceof DeclaredType type && type.getKind() == TypeKind.DECLARED
        ? Optional.of((TypeElement) type.asElement())
        : Optional.empty();
  }

  private DatabaseModel read(
      PackageElement element, AnnotationReader annotation, TypeElement tables) {
    List<TableClass> classes = new TablesReader(environment).read(tables);
    if (classes.isEmpty()) {
      problems.report(
          annotation.originOf("tables"),
          Problem.NOT_A_TABLES_CLASS,
          "class " + tables.getQualifiedName());
    }
    List<TableClass> withFacts = withFacts(annotation, classes);
    List<TableClass> wanted = withoutExcluded(annotation, withFacts);
    return new DatabaseModel(
        element.getQualifiedName().toString(),
        annotation.value("database").map(value -> value.getValue().toString()).orElse(""),
        tables,
        tables(annotation, wanted),
        annotation.origin(),
        annotation.originOf("database"));
  }

  private List<TableClass> withFacts(AnnotationReader annotation, List<TableClass> classes) {
    List<TableClass> without = classes.stream().filter(type -> !type.hasFacts()).toList();
    if (!without.isEmpty()) {
      String names =
          without.stream()
              .map(type -> type.element().getSimpleName().toString())
              .collect(Collectors.joining(", "));
      problems.report(annotation.originOf("tables"), Problem.NO_FACTS, names);
    }
    return classes.stream().filter(TableClass::hasFacts).toList();
  }

  private List<TableClass> withoutExcluded(AnnotationReader annotation, List<TableClass> classes) {
    Set<String> known = new TreeSet<>();
    for (TableClass type : classes) {
      known.add(type.id().name());
      known.add(type.id().toString());
    }
    List<String> excluded = new ArrayList<>();
    for (AnnotationValue value : annotation.values("exclude")) {
      String name = value.getValue().toString();
      excluded.add(name);
      if (!known.contains(name)) {
        problems.report(
            annotation.origin().at(value),
            Problem.UNKNOWN_EXCLUDED_TABLE,
            name,
            Spelling.hint(name, known));
      }
    }
    return classes.stream()
        .filter(type -> !excluded.contains(type.id().name()))
        .filter(type -> !excluded.contains(type.id().toString()))
        .toList();
  }

  private List<TableModel> tables(AnnotationReader annotation, List<TableClass> classes) {
    ManagedReader managed = ManagedReader.of(annotation, classes, problems);
    ColumnsReader columns = new ColumnsReader(environment, managed, problems);
    List<TableReader> readers =
        classes.stream().map(type -> new TableReader(type, columns.read(type), problems)).toList();
    Map<TableId, TableReader> byId = new HashMap<>();
    readers.forEach(reader -> byId.putIfAbsent(reader.id(), reader));
    return readers.stream().map(reader -> reader.read(byId)).toList();
  }
}
