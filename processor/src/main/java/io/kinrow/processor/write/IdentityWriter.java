package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.write.EntityNames.Internal;
import io.kinrow.runtime.internal.entity.JsonbText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code equals}, {@code hashCode} and {@code toString} over the columns that people see.
 */
final class IdentityWriter {

  private final TableModel table;
  private final EntityNames names;
  private final ClassName entity;

  IdentityWriter(Generation generation, TableModel table) {
    this.table = table;
    this.names = generation.names(table);
    this.entity = generation.classes().entity(table);
  }

  List<MethodSpec> methods() {
    return List.of(equalsMethod(), hashCodeMethod(), toStringMethod());
  }

  private static MethodSpec.Builder override(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type);
  }

  /** The method of {@link Arrays} that compares a column's arrays. */
  static String equals(ColumnModel column) {
    return column.type().nested() ? "deepEquals" : "equals";
  }

  /** What takes part in a hash code for the value of a column. */
  static CodeBlock hash(ColumnModel column, CodeBlock value) {
    if (column.type().jsonb()) {
      return CodeBlock.of("$T.hash($L)", JsonbText.class, value);
    } else if (!column.type().array()) {
      return value;
    }
    String method = column.type().nested() ? "deepHashCode" : "hashCode";
    return CodeBlock.of("$T.$L($L)", Arrays.class, method, value);
  }

  private MethodSpec equalsMethod() {
    String other = names.name(Internal.OTHER);
    String that = names.name(Internal.THAT);
    List<CodeBlock> parts = table.shown().stream().map(column -> equal(column, that)).toList();
    return override("equals", TypeName.BOOLEAN)
        .addParameter(JavaTypes.nullable(ClassName.OBJECT), other)
        .addCode("return $N instanceof $T $N$>$>\n&& ", other, entity, that)
        .addCode("$L;$<$<\n", CodeBlock.join(parts, "\n&& "))
        .build();
  }

  private CodeBlock equal(ColumnModel column, String that) {
    CodeBlock own = names.own(column);
    CodeBlock others = names.of(that, column);
    if (column.type().jsonb()) {
      return CodeBlock.of("$T.equal($L, $L)", JsonbText.class, own, others);
    } else if (column.type().array()) {
      return CodeBlock.of("$T.$L($L, $L)", Arrays.class, equals(column), own, others);
    } else if (column.nullable()) {
      return CodeBlock.of("$T.equals($L, $L)", Objects.class, own, others);
    } else if (column.type().kind() == Kind.DOUBLE || column.type().kind() == Kind.FLOAT) {
      return CodeBlock.of("$T.compare($L, $L) == 0", JavaTypes.boxed(column), own, others);
    } else if (column.primitive()) {
      return CodeBlock.of("$L == $L", own, others);
    }
    return CodeBlock.of("$L.equals($L)", own, others);
  }

  private MethodSpec hashCodeMethod() {
    List<CodeBlock> parts =
        table.shown().stream().map(column -> hash(column, names.own(column))).toList();
    CodeBlock hash = CodeBlock.of("$T.hash", Objects.class);
    return override("hashCode", TypeName.INT)
        .addCode("return $L;\n", Layout.call("    return ".length(), hash, parts))
        .build();
  }

  private MethodSpec toStringMethod() {
    List<CodeBlock> parts = new ArrayList<>();
    String before = table.entity() + "[";
    for (ColumnModel column : table.shown()) {
      parts.add(CodeBlock.of("$S", before + column.property() + "="));
      parts.add(shown(column));
      before = ", ";
    }
    parts.add(CodeBlock.of("$S", "]"));
    return override("toString", ClassName.get(String.class))
        .addCode("return $L;\n", Layout.sum("    return ".length(), parts))
        .build();
  }

  /** Arrays by their length, since a picture in a log helps nobody. */
  private CodeBlock shown(ColumnModel column) {
    CodeBlock own = names.own(column);
    if (!column.type().array()) {
      return column.type().jsonb() ? CodeBlock.of("$T.of($L)", JsonbText.class, own) : own;
    }
    String unit = column.type().kind() == Kind.BYTES ? " bytes" : " elements";
    return column.nullable()
        ? CodeBlock.of("($1L == null ? null : $1L.length + $2S)", own, unit)
        : CodeBlock.of("($L.length + $S)", own, unit);
  }
}
