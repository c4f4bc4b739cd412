package io.kinrow.processor.read;

import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.JavaType.Kind;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Tells which types the runtime reads without a converter. */
public final class JavaTypeReader {

  private static final Map<String, Kind> KINDS = new HashMap<>();

  static {
    for (Kind kind : Kind.values()) {
      Class<?> only = kind.only();
      if (only != null) {
        KINDS.put(only.getName(), kind);
      }
    }
  }

  private final ProcessingEnvironment environment;

  public JavaTypeReader(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** The type and how it is read. */
  public JavaType read(TypeMirror type) {
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
