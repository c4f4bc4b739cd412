package io.kinrow.processor.read;

import io.kinrow.processor.problem.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The values of one annotation, with where each was written. */
public final class AnnotationReader {

  private final AnnotationMirror mirror;
  private final Origin origin;

  private AnnotationReader(Element element, AnnotationMirror mirror) {
    this.mirror = mirror;
    this.origin = Origin.of(element, mirror);
  }

  /** The annotation of an element, if it is there. */
  public static Optional<AnnotationReader> of(Element element, Class<?> annotation) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> isA(mirror, annotation))
        .findFirst()
        .map(mirror -> new AnnotationReader(element, mirror));
  }

  private static boolean isA(AnnotationMirror mirror, Class<?> annotation) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    return type.getQualifiedName().contentEquals(annotation.getCanonicalName());
  }

  Origin origin() {
    return origin;
  }

  /** A text, empty when it was left out. */
  public String text(String name) {
    return value(name).map(value -> value.getValue().toString()).orElse("");
  }

  /** A truth value, false when it was left out. */
  boolean flag(String name) {
    return value(name).map(AnnotationValue::getValue).filter(Boolean.TRUE::equals).isPresent();
  }

  /** An annotation; none when it was left out. */
  Optional<AnnotationReader> annotation(String name) {
    return value(name)
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(value -> new AnnotationReader(origin.element(), (AnnotationMirror) value));
  }

  /** A number that must be there. */
  int number(String name) {
    return (Integer) value(name).orElseThrow().getValue();
  }

  /** The annotations in an array; none when it was left out. */
  List<AnnotationReader> nested(String name) {
    return values(name).stream()
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(value -> new AnnotationReader(origin.element(), (AnnotationMirror) value))
        .toList();
  }

  /** The value as written, unless it was left out. */
  public Optional<AnnotationValue> value(String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** The values of an array as written; none when it was left out. */
  List<AnnotationValue> values(String name) {
    Object value = value(name).map(AnnotationValue::getValue).orElse(List.of());
    return value instanceof List<?> values
        ? values.stream().map(AnnotationValue.class::cast).toList()
        : List.of();
  }

  /** Where a value was written, or the annotation. */
  public Origin originOf(String name) {
    return value(name).map(origin::at).orElse(origin);
  }
}
