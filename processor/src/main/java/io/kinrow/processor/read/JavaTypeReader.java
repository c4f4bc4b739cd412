package io.kinrow.processor.read;

import static java.util.Map.entry;

import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.JavaType.Kind;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Tells which types the runtime reads without a converter. */
final class JavaTypeReader {

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          entry("java.lang.Long", Kind.LONG),
          entry("java.lang.Integer", Kind.INT),
          entry("java.lang.Short", Kind.SHORT),
          entry("java.lang.Byte", Kind.BYTE),
          entry("java.lang.Double", Kind.DOUBLE),
          entry("java.lang.Float", Kind.FLOAT),
          entry("java.lang.Boolean", Kind.BOOLEAN),
          entry("java.lang.String", Kind.STRING),
          entry("java.math.BigDecimal", Kind.DECIMAL),
          entry("java.time.LocalDateTime", Kind.DATE_TIME),
          entry("java.time.LocalDate", Kind.DATE),
          entry("java.time.LocalTime", Kind.TIME),
          entry("java.time.OffsetDateTime", Kind.OFFSET_DATE_TIME));

  private final ProcessingEnvironment environment;

  JavaTypeReader(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  JavaType read(TypeMirror type) {
    return new JavaType(type, kind(type));
  }

  private Kind kind(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return array.getComponentType().getKind() == TypeKind.BYTE ? Kind.BYTES : Kind.ARRAY;
    }
    if (type instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      String name = environment.getElementUtils().getBinaryName(element).toString();
      return KINDS.getOrDefault(name, Kind.OTHER);
    }
    return Kind.OTHER;
  }
}
