package io.kinrow.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.JavaType.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of columns as Java code writes them. */
final class JavaTypes {

  private static final AnnotationSpec NULLABLE = AnnotationSpec.builder(Nullable.class).build();

  private static final Set<Kind> BOXED_FROM_ITSELF_ALONE =
      EnumSet.of(Kind.LONG, Kind.DOUBLE, Kind.FLOAT);

  private JavaTypes() {}

  static TypeName nullable(TypeName type) {
    return type.annotated(NULLABLE);
  }

  static TypeName list(TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(List.class), type);
  }

  static TypeName optional(TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(Optional.class), type);
  }

  /** As a type argument. */
  static TypeName boxed(ColumnModel column) {
    Class<?> known = column.type().kind().only();
    return known == null ? TypeName.get(column.type().mirror()) : ClassName.get(known);
  }

  /** A value that is there. */
  static TypeName present(ColumnModel column) {
    return column.type().primitive() ? boxed(column).unbox() : boxed(column);
  }

  /** A value as the column may hold it. */
  static TypeName stored(ColumnModel column) {
    return column.nullable() ? nullable(boxed(column)) : present(column);
  }

  /** What the accessor returns. */
  static TypeName accessor(ColumnModel column) {
    return column.nullable() ? optional(boxed(column)) : present(column);
  }

  /** A class literal for the column's type, without its type arguments. */
  static CodeBlock literal(ColumnModel column) {
    TypeName type = boxed(column);
    return CodeBlock.of(
        "$T.class", type instanceof ParameterizedTypeName generic ? generic.rawType() : type);
  }

  /** Whether the column's type has type arguments, so that a cast to it is unchecked. */
  static boolean generic(ColumnModel column) {
    return boxed(column) instanceof ParameterizedTypeName;
  }

  /** An object as a value of the column's type. */
  static CodeBlock cast(ColumnModel column, String object) {
    return boxed(column).equals(ClassName.OBJECT)
        ? CodeBlock.of("$N", object)
        : CodeBlock.of("($T) $N", boxed(column), object);
  }

  /** A parameter for a column's value, named as its property. */
  static ParameterSpec parameter(ColumnModel column) {
    return ParameterSpec.builder(stored(column), column.property()).build();
  }

  /**
   * A parameter of a method beside the one with {@link #parameter}, without which a number such as
   * {@code 1} would not be taken: Java does not box an int as a Long or a Double.
   */
  static Optional<ParameterSpec> primitiveParameter(ColumnModel column) {
    return column.nullable() && BOXED_FROM_ITSELF_ALONE.contains(column.type().kind())
        ? Optional.of(ParameterSpec.builder(present(column), column.property()).build())
        : Optional.empty();
  }

  /** A parameter's value as it is kept: checked and, if it is an array, copied. */
  static CodeBlock kept(ColumnModel column, Required required) {
    String name = column.property();
    if (column.primitive()) {
      return CodeBlock.of("$N", name);
    } else if (column.nullable()) {
      return column.type().array()
          ? CodeBlock.of("$1N == null ? null : $1N.clone()", name)
          : CodeBlock.of("$N", name);
    }
    CodeBlock value = required.of(CodeBlock.of("$N", name), name);
    return column.type().array() ? CodeBlock.of("$L.clone()", value) : value;
  }
}
