package io.kinrow.processor;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Repositories;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.model.QueryFileModel;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.query.NamedQueriesReader;
import io.kinrow.processor.query.QueriesReader;
import io.kinrow.processor.read.NamedQueries;
import io.kinrow.processor.read.QueryFactsReader;
import io.kinrow.processor.read.RepositoriesReader;
import io.kinrow.processor.write.DatabaseFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The interfaces with {@link Queries} that wait for their implementation. */
final class DeclaredQueries {

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Set<String> waiting = new LinkedHashSet<>();

  DeclaredQueries(ProcessingEnvironment environment) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
  }

  /** Takes in those of a round. */
  void add(RoundEnvironment round) {
    ElementFilter.typesIn(round.getElementsAnnotatedWith(Queries.class))
        .forEach(type -> waiting.add(type.getQualifiedName().toString()));
  }

  /** Those that the database of a package gives, by name. */
  List<TypeElement> of(PackageElement owner) {
    return waiting.stream()
        .sorted()
        .map(elements::getTypeElement)
        .filter(type -> owner.equals(owner(type)))
        .filter(type -> type.getKind() == ElementKind.INTERFACE)
        .filter(type -> type.getTypeParameters().isEmpty())
        .filter(type -> QueriesReader.isVisible(environment, type, owner))
        .toList();
  }

  /**
   * The interfaces to be generated from files of named queries.
   *
   * @param sources names of the classes that are compiled
   */
  List<QueryFileModel> named(DatabaseModel database, Set<String> sources, Problems problems) {
    QueryFactsReader facts = new QueryFactsReader(environment);
    List<NamedQueries> files = facts.files(database);
    if (files.isEmpty()) {
      return List.of();
    }
    Set<String> generated = database.classNames();
    NamedQueriesReader reader = new NamedQueriesReader(database, facts.read(database), problems);
    return files.stream()
        .flatMap(
            file ->
                reader
                    .read(
                        file,
                        name ->
                            generated.contains(name)
                                || sources.contains(database.packageName() + "." + name))
                    .stream())
        .toList();
  }

  /** Writes the implementations, now that the entities exist. */
  void process() {
    Map<PackageElement, List<TypeElement>> byOwner = new LinkedHashMap<>();
    Output output = new Output(environment);
    for (String name : waiting) {
      TypeElement type = elements.getTypeElement(name);
      PackageElement owner = owner(type);
      if (owner == null) {
        output.printing(
            type,
            problems ->
                problems.report(Origin.of(type), Problem.NO_DATABASE, type.getSimpleName()));
      } else {
        byOwner.computeIfAbsent(owner, first -> new ArrayList<>()).add(type);
      }
    }
    waiting.clear();
    byOwner.forEach((owner, types) -> process(owner, types, output));
  }

  /** The package around a type that has a database, or null. */
  private @Nullable PackageElement owner(TypeElement type) {
    String name = elements.getPackageOf(type).getQualifiedName().toString();
    while (!name.isEmpty()) {
      PackageElement found = elements.getPackageElement(name);
      if (found != null && found.getAnnotation(Repositories.class) != null) {
        return found;
      }
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return null;
  }

  private void process(PackageElement owner, List<TypeElement> types, Output output) {
    Problems known = new Problems(); // they were reported with the database
    Optional<DatabaseModel> read = new RepositoriesReader(environment, known).read(owner);
    if (read.isEmpty() || !known.none()) {
      return;
    }
    DatabaseModel database = read.get();
    DatabaseFiles files = output.files(owner, database, Links.of(database), false);
    Map<String, StatementFacts> facts = new QueryFactsReader(environment).read(database);
    for (TypeElement type : types) {
      output.printing(
          type,
          problems ->
              new QueriesReader(environment, database, facts, problems)
                  .read(type)
                  .ifPresent(
                      queries ->
                          files
                              .files(queries)
                              .forEach(file -> output.write(file, Origin.of(type), problems))));
    }
  }
}
