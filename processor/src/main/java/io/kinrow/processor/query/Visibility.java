package io.kinrow.processor.query;

import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Which types generated implementations can use. */
final class Visibility {

  private final Elements elements;
  private final String packageName;

  /**
   * @param packageName where implementations are generated
   */
  Visibility(ProcessingEnvironment environment, String packageName) {
    this.elements = environment.getElementUtils();
    this.packageName = packageName;
  }

  /** Reports a type that is hidden, or one around it. */
  void require(TypeElement type, Problems problems) {
    boolean same = elements.getPackageOf(type).getQualifiedName().contentEquals(packageName);
    for (Element element = type;
        element instanceof TypeElement;
        element = element.getEnclosingElement()) {
      boolean hidden =
          element.getModifiers().contains(Modifier.PRIVATE)
              || (!same && !element.getModifiers().contains(Modifier.PUBLIC));
      if (hidden) {
        problems.report(
            Origin.of(element), Problem.NOT_VISIBLE, element.getSimpleName(), packageName);
      }
    }
  }
}
