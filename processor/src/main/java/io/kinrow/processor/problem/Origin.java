package io.kinrow.processor.problem;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where something was read: an element, and within it perhaps an annotation and one of its values.
 */
public record Origin(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {

  /** A class, field or package as a whole. */
  public static Origin of(Element element) {
    return new Origin(element, null, null);
  }

  /** An annotation of an element. */
  public static Origin of(Element element, AnnotationMirror annotation) {
    return new Origin(element, annotation, null);
  }

  /** A value of this annotation. */
  public Origin at(AnnotationValue narrower) {
    return new Origin(element, annotation, narrower);
  }
}
