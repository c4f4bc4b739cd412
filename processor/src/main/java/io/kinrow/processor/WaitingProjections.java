package io.kinrow.processor;

import io.kinrow.annotation.Projection;
import io.kinrow.annotation.Repositories;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.model.ProjectionModel;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.query.ProjectionReader;
import io.kinrow.processor.read.RepositoriesReader;
import io.kinrow.processor.write.DatabaseFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The records with {@link Projection} that wait for the entities that they name. A database whose
 * entities are generated in the same compilation has a list of them.
 */
final class WaitingProjections {

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Set<String> waiting = new TreeSet<>();
  private final Set<String> listing = new LinkedHashSet<>();

  WaitingProjections(ProcessingEnvironment environment) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
  }

  /** Takes in those of a round. */
  void add(RoundEnvironment round) {
    ElementFilter.typesIn(round.getElementsAnnotatedWith(Projection.class))
        .forEach(type -> waiting.add(type.getQualifiedName().toString()));
  }

  /** Whether the database of a package, which is being generated, gets a list of projections. */
  boolean list(PackageElement owner) {
    if (waiting.isEmpty()) {
      return false;
    }
    listing.add(owner.getQualifiedName().toString());
    return true;
  }

  /** Writes the readers, now that the entities exist. */
  void process() {
    Map<String, Map<TypeElement, TypeElement>> byOwner = new LinkedHashMap<>();
    listing.forEach(owner -> byOwner.put(owner, new LinkedHashMap<>()));
    Output output = new Output(environment);
    for (String name : waiting) {
      TypeElement type = elements.getTypeElement(name);
      Optional<TypeElement> entity = ProjectionReader.entity(type);
      if (entity.isEmpty()) {
        continue; // javac says that there is no such class
      }
      PackageElement owner = elements.getPackageOf(entity.get());
      if (owner.getAnnotation(Repositories.class) == null) {
        output.printing(type, problems -> ProjectionReader.refuse(type, entity.get(), problems));
      } else {
        byOwner
            .computeIfAbsent(owner.getQualifiedName().toString(), first -> new LinkedHashMap<>())
            .put(type, entity.get());
      }
    }
    waiting.clear();
    byOwner.forEach((owner, types) -> process(owner, types, output));
    listing.clear();
  }

  private void process(String name, Map<TypeElement, TypeElement> entities, Output output) {
    PackageElement owner = elements.getPackageElement(name);
    Problems known = new Problems(); // they were reported with the database
    Optional<DatabaseModel> read = new RepositoriesReader(environment, known).read(owner);
    if (read.isEmpty() || !known.none()) {
      return;
    }
    DatabaseModel database = read.get();
    Links links = Links.of(database);
    DatabaseFiles files = output.files(owner, database, links, false);
    List<ProjectionModel> all = new ArrayList<>();
    Map<String, TypeElement> readers = new HashMap<>();
    entities.forEach(
        (type, entity) ->
            output.printing(
                type,
                problems -> {
                  TypeElement same = readers.putIfAbsent(files.reader(type), type);
                  if (same != null) {
                    problems.report(
                        Origin.of(type),
                        Problem.NOT_A_PROJECTION,
                        type.getQualifiedName(),
                        "its reader would have the name of that of " + same.getQualifiedName(),
                        "rename one of them");
                    return;
                  }
                  new ProjectionReader(environment, database, links, problems)
                      .read(type, entity)
                      .ifPresent(
                          model -> {
                            all.add(model);
                            output.write(files.file(model), Origin.of(type), problems);
                          });
                }));
    if (listing.contains(name)) {
      output.printing(
          owner, problems -> output.write(files.projections(all), database.origin(), problems));
    }
  }
}
