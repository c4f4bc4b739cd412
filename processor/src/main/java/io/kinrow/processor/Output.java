package io.kinrow.processor;

import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.write.DatabaseFiles;
import io.kinrow.processor.write.SourceFile;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Writes what is generated. */
record Output(ProcessingEnvironment environment) {

  /**
   * The files of a package's database.
   *
   * @param projections whether its mappings have a list of projections
   */
  DatabaseFiles files(
      PackageElement element, DatabaseModel database, Links links, boolean projections) {
    return new DatabaseFiles(
        database, links, neighbours(element, database), generated(), projections);
  }

  /** Of the module java.compiler, which a module that is compiled may not read. */
  private Optional<TypeElement> generated() {
    return Optional.ofNullable(
        environment.getElementUtils().getTypeElement("javax.annotation.processing.Generated"));
  }

  private static Set<String> neighbours(PackageElement element, DatabaseModel database) {
    Set<String> names = database.classNames();
    for (Element neighbour : element.getEnclosedElements()) {
      names.add(neighbour.getSimpleName().toString());
    }
    return names;
  }

  /** Writes a file. */
  void write(SourceFile file, Origin origin, Problems problems) {
    try {
      file.writeTo(environment.getFiler());
    } catch (IOException e) {
      problems.report(origin, Problem.NOT_WRITTEN, file.name(), e.getMessage());
    }
  }

  /** Does some work, and prints the problems that it reports as compile errors. */
  void printing(Element element, Consumer<Problems> work) {
    Problems problems = new Problems();
    try {
      work.accept(problems);
    } catch (RuntimeException e) {
      problems.report(Origin.of(element), Problem.UNEXPECTED, trace(e));
    }
    problems.print(environment.getMessager());
  }

  private static String trace(RuntimeException e) {
    StringBuilder text = new StringBuilder(e.toString());
    for (StackTraceElement frame : e.getStackTrace()) {
      text.append("\n  at ").append(frame);
    }
    return text.toString();
  }
}
