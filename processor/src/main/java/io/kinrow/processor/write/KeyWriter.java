package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.entity.JsonbText;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes {@code Follower.Key}: a composite primary key. */
final class KeyWriter {

  private final TableModel table;
  private final ClassName name;

  KeyWriter(Generation generation, TableModel table) {
    this.table = table;
    this.name = generation.classes().key(table);
  }

  /** The type of a table's key. */
  static TypeName type(Generation generation, TableModel table) {
    return table.singleKey().map(JavaTypes::boxed).orElseGet(() -> generation.classes().key(table));
  }

  /** The key of an entity whose columns are given. */
  static CodeBlock keyOf(
      Generation generation, TableModel table, Function<ColumnModel, CodeBlock> columns) {
    return table
        .singleKey()
        .map(columns)
        .orElseGet(
            () ->
                Layout.call(
                    "    return ".length(),
                    CodeBlock.of("new $T", generation.classes().key(table)),
                    table.primaryKey().stream().map(columns).toList()));
  }

  TypeSpec write() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (ColumnModel column : table.primaryKey()) {
      components.addParameter(
          ParameterSpec.builder(JavaTypes.present(column), column.property()).build());
    }
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("The primary key of $L.", Doc.code(table.id().toString()))
            .recordConstructor(components.build());
    if (table.primaryKey().stream().anyMatch(column -> column.type().array())) {
      equality(type);
    }
    return type.build();
  }

  private void equality(TypeSpec.Builder type) {
    List<CodeBlock> hashes =
        table.primaryKey().stream()
            .map(column -> IdentityWriter.hash(column, CodeBlock.of("$N", column.property())))
            .toList();
    List<CodeBlock> parts = table.primaryKey().stream().map(KeyWriter::equal).toList();
    type.addMethod(
        MethodSpec.methodBuilder("equals")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(TypeName.BOOLEAN)
            .addParameter(JavaTypes.nullable(ClassName.OBJECT), "other")
            .addCode(
                "return other instanceof $T that$>$>\n&& $L;$<$<\n",
                name,
                CodeBlock.join(parts, "\n&& "))
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("hashCode")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(TypeName.INT)
            .addStatement("return $T.hash($L)", Objects.class, CodeBlock.join(hashes, ", "))
            .build());
  }

  private static CodeBlock equal(ColumnModel column) {
    String property = column.property();
    if (column.type().jsonb()) {
      return CodeBlock.of("$1T.equal(this.$2N, that.$2N)", JsonbText.class, property);
    }
    return column.type().array()
        ? CodeBlock.of(
            "$1T.$3L(this.$2N, that.$2N)", Arrays.class, property, IdentityWriter.equals(column))
        : CodeBlock.of("$1T.equals(this.$2N, that.$2N)", Objects.class, property);
  }
}
