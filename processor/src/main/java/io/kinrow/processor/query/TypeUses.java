package io.kinrow.processor.query;

import io.kinrow.processor.model.Presence;
import io.kinrow.processor.read.JavaTypeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Reads Java types as declared queries use them. */
final class TypeUses {

  private final Types types;
  private final JavaTypeReader reader;

  TypeUses(ProcessingEnvironment environment) {
    this.types = environment.getTypeUtils();
    this.reader = new JavaTypeReader(environment);
  }

  /**
   * A type as it is used.
   *
   * @param annotations those of the element that has the type
   */
  TypeUse use(TypeMirror mirror, List<? extends AnnotationMirror> annotations) {
    if (mirror instanceof PrimitiveType primitive) {
      TypeMirror boxed = types.boxedClass(primitive).asType();
      return new TypeUse(mirror, reader.read(boxed), true, Presence.ALWAYS);
    }
    Optional<TypeMirror> inside = argumentOf("java.util.Optional", mirror);
    if (inside.isPresent()) {
      return new TypeUse(mirror, reader.read(inside.get()), false, Presence.OPTIONAL);
    }
    boolean nullable =
        TypeUse.isNullable(annotations) || TypeUse.isNullable(mirror.getAnnotationMirrors());
    return new TypeUse(
        mirror,
        reader.read(withoutAnnotations(mirror)),
        false,
        nullable ? Presence.NULLABLE : Presence.ALWAYS);
  }

  private TypeMirror withoutAnnotations(TypeMirror mirror) {
    return mirror instanceof DeclaredType declared && declared.getKind() == TypeKind.DECLARED
        ? types.getDeclaredType(
            element(declared), declared.getTypeArguments().toArray(TypeMirror[]::new))
        : mirror;
  }

  /** The type argument of a type that is this class, such as {@code java.util.List}. */
  Optional<TypeMirror> argumentOf(String type, TypeMirror mirror) {
    return mirror instanceof DeclaredType declared
            && element(declared).getQualifiedName().contentEquals(type)
            && declared.getTypeArguments().size() == 1
        ? Optional.of(upperBound(declared.getTypeArguments().get(0)))
        : Optional.empty();
  }

  private TypeMirror upperBound(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getExtendsBound();
      return bound == null ? argument : bound;
    }
    return argument;
  }

  /** The element type of a list, a collection or the like that can be iterated over. */
  Optional<TypeMirror> elementOf(TypeMirror mirror) {
    for (String type :
        List.of("java.util.List", "java.util.Set", "java.util.Collection", "java.lang.Iterable")) {
      Optional<TypeMirror> argument = argumentOf(type, mirror);
      if (argument.isPresent()) {
        return argument;
      }
    }
    return Optional.empty();
  }

  /** The record that a type is, if it is one. */
  Optional<TypeElement> record(TypeMirror mirror) {
    return mirror instanceof DeclaredType declared
            && declared.getKind() == TypeKind.DECLARED
            && element(declared).getKind() == ElementKind.RECORD
        ? Optional.of(element(declared))
        : Optional.empty();
  }

  /**
   * The components of a record, each once: javac has those of a record twice that it has read as a
   * source of an earlier build and as one that is generated.
   */
  static List<RecordComponentElement> components(TypeElement record) {
    Map<String, RecordComponentElement> byName = new LinkedHashMap<>();
    record
        .getRecordComponents()
        .forEach(each -> byName.putIfAbsent(each.getSimpleName().toString(), each));
    return List.copyOf(byName.values());
  }

  private static TypeElement element(DeclaredType type) {
    return (TypeElement) type.asElement();
  }
}
