package io.kinrow.processor;

import com.google.auto.service.AutoService;
import io.kinrow.annotation.Repositories;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.GeneratedClasses;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.read.RepositoriesReader;
import io.kinrow.processor.validate.Rules;
import io.kinrow.processor.write.DatabaseFiles;
import io.kinrow.processor.write.SourceFile;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * For each package with {@link Repositories}: reads the annotation, jOOQ's table classes and their
 * facts, validates them, and writes entities, repositories and the facade. Has no options.
 */
@AutoService(Processor.class)
public final class RepositoryProcessor extends AbstractProcessor {

  private final Set<String> waiting = new LinkedHashSet<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Repositories.class.getCanonicalName());
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
    if (!round.processingOver()) {
      packages.forEach(name -> process(name, round));
    }
    return false;
  }

  private void process(String name, RoundEnvironment round) {
    PackageElement element = processingEnv.getElementUtils().getPackageElement(name);
    Problems problems = new Problems();
    try {
      generate(element, round, problems);
    } catch (RuntimeException e) {
      problems.report(Origin.of(element), Problem.UNEXPECTED, trace(e));
    }
    problems.print(processingEnv.getMessager());
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
      if (problems.none()) {
        new DatabaseFiles(database, links, neighbours(element, database), generated())
            .files()
            .forEach(file -> write(file, database, problems));
      }
    }
  }

  /** Of the module java.compiler, which a module that is compiled may not read. */
  private Optional<TypeElement> generated() {
    return Optional.ofNullable(
        processingEnv.getElementUtils().getTypeElement("javax.annotation.processing.Generated"));
  }

  private static Set<String> sources(RoundEnvironment round) {
    Set<String> names = new TreeSet<>();
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      names.add(type.getQualifiedName().toString());
    }
    return names;
  }

  private static Set<String> neighbours(PackageElement element, DatabaseModel database) {
    Set<String> names = new TreeSet<>();
    for (Element neighbour : element.getEnclosedElements()) {
      names.add(neighbour.getSimpleName().toString());
    }
    database.tables().forEach(table -> names.addAll(GeneratedClasses.all(table)));
    names.add(database.name());
    return names;
  }

  private void write(SourceFile file, DatabaseModel database, Problems problems) {
    try {
      file.writeTo(processingEnv.getFiler());
    } catch (IOException e) {
      problems.report(database.origin(), Problem.NOT_WRITTEN, file.name(), e.getMessage());
    }
  }

  private static String trace(RuntimeException e) {
    StringBuilder text = new StringBuilder(e.toString());
    for (StackTraceElement frame : e.getStackTrace()) {
      text.append("\n  at ").append(frame);
    }
    return text.toString();
  }
}
