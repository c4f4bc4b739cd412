package io.kinrow.processor;

import com.google.auto.service.AutoService;
import io.kinrow.annotation.Projection;
import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Repositories;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.model.QueryFileModel;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.read.RepositoriesReader;
import io.kinrow.processor.validate.Rules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * For each package with {@link Repositories}: reads the annotation, jOOQ's table classes and their
 * facts, validates them, and writes entities, repositories and the facade. For each interface with
 * {@link Queries}, in the round after that: compares its methods with the facts about their
 * statements, and writes its implementation. For each record with {@link Projection}, then too:
 * matches its components with the entity, and writes its reader. Has no options.
 */
@AutoService(Processor.class)
public final class RepositoryProcessor extends AbstractProcessor {

  private final Set<String> waiting = new LinkedHashSet<>();

  @SuppressWarnings("NullAway.Init") // javac calls init first
  private DeclaredQueries queries;

  @SuppressWarnings("NullAway.Init") // javac calls init first
  private WaitingProjections projections;

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    queries = new DeclaredQueries(environment);
    projections = new WaitingProjections(environment);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(
        Repositories.class.getCanonicalName(),
        Queries.class.getCanonicalName(),
        Projection.class.getCanonicalName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<String> packages = new LinkedHashSet<>(waiting);
    waiting.clear();
    ElementFilter.packagesIn(round.getElementsAnnotatedWith(Repositories.class))
        .forEach(element -> packages.add(element.getQualifiedName().toString()));
    queries.add(round);
    projections.add(round);
    if (!round.processingOver()) {
      packages.forEach(name -> process(name, round));
      if (packages.isEmpty()) {
        queries.process();
        projections.process();
      }
    }
    return false;
  }

  private void process(String name, RoundEnvironment round) {
    PackageElement element = processingEnv.getElementUtils().getPackageElement(name);
    new Output(processingEnv).printing(element, problems -> generate(element, round, problems));
  }

  /** The stages, from annotations to files. */
  private void generate(PackageElement element, RoundEnvironment round, Problems problems) {
    Optional<DatabaseModel> read = new RepositoriesReader(processingEnv, problems).read(element);
    if (read.isEmpty()) {
      waiting.add(element.getQualifiedName().toString()); // another processor may yet write it
      return;
    }
    DatabaseModel database = read.get();
    if (problems.none()) {
      Links links = Links.of(database);
      Rules.check(database, links, sources(round), problems);
      List<QueryFileModel> named = queries.named(database, sources(round), problems);
      if (problems.none()) {
        Output output = new Output(processingEnv);
        output
            .files(element, database, links, projections.list(element))
            .files(queries.of(element), named)
            .forEach(file -> output.write(file, database.origin(), problems));
      }
    }
  }

  private static Set<String> sources(RoundEnvironment round) {
    Set<String> names = new TreeSet<>();
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      names.add(type.getQualifiedName().toString());
    }
    return names;
  }
}
