package io.kinrow.processor.query;

import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.Presence;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeMirror;

/**
 * A type as a method or a record uses it.
 *
 * @param mirror the type as written
 * @param value the type of the value in it, boxed, without {@code Optional}
 */
record TypeUse(TypeMirror mirror, JavaType value, boolean primitive, Presence presence) {

  /** The same type where there always is a value. */
  TypeUse always() {
    return new TypeUse(mirror, value, primitive, Presence.ALWAYS);
  }

  /** The type as people write it, without packages. */
  String shown() {
    return shown(mirror);
  }

  /** A type without packages and annotations. */
  static String shown(TypeMirror mirror) {
    return mirror
        .toString()
        .replaceAll("@[\\w.]+(\\([^)]*\\))? ?", "")
        .replaceAll("\\b(?:\\p{Lower}[\\w$]*\\.)+(?=\\p{Upper})", "");
  }

  /** A type that is never null as people write it: a primitive one if there is one. */
  static String shownPlain(TypeMirror mirror) {
    String shown = shown(mirror);
    return switch (shown) {
      case "Integer" -> "int";
      case "Character" -> "char";
      case "Boolean", "Byte", "Short", "Long", "Float", "Double" -> shown.toLowerCase(Locale.ROOT);
      default -> shown;
    };
  }

  /** The value's type as people write it. */
  String shownValue() {
    return shown(value.mirror());
  }

  /** How to declare the same with room for no value. */
  String shownWithRoom() {
    return "Optional<" + shownValue() + "> or @Nullable " + shownValue();
  }

  static boolean isNullable(List<? extends AnnotationMirror> annotations) {
    return annotations.stream()
        .anyMatch(
            annotation ->
                annotation
                    .getAnnotationType()
                    .asElement()
                    .getSimpleName()
                    .contentEquals("Nullable"));
  }

  /** Whether a value of a type can be read or bound as this one without a loss. */
  boolean fits(JavaType from) {
    Kind wanted = value.kind();
    return from.same(value)
        || (isWhole(from.kind()) && isWhole(wanted) && from.kind().compareTo(wanted) >= 0);
  }

  /** From {@code LONG} down to {@code BYTE}. */
  static boolean isWhole(Kind kind) {
    return kind.compareTo(Kind.BYTE) <= 0;
  }

  /** Whether it is of a type that the database's values are read as without a converter. */
  boolean isPlain() {
    return value.kind() != Kind.OTHER && value.kind() != Kind.ARRAY;
  }
}
