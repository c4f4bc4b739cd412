package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.kinrow.processor.model.ProjectionModel;
import io.kinrow.runtime.internal.entity.RecordMapping;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the list of all projections of a database. */
final class ProjectionsWriter {

  /** The name of the constant that has them. */
  static final String ALL = "ALL";

  /** Its type. */
  static final TypeName TYPE =
      ParameterizedTypeName.get(
          ClassName.get(Map.class),
          ParameterizedTypeName.get(
              ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class)),
          ParameterizedTypeName.get(
              ClassName.get(RecordMapping.class),
              WildcardTypeName.subtypeOf(Object.class),
              WildcardTypeName.subtypeOf(Object.class)));

  private final Generation generation;
  private final List<ProjectionModel> all;

  ProjectionsWriter(Generation generation, List<ProjectionModel> all) {
    this.generation = generation;
    this.all = all;
  }

  TypeSpec.Builder write() {
    List<CodeBlock> readers =
        all.stream()
            .map(each -> generation.classes().records(ClassName.get(each.type())))
            .map(name -> CodeBlock.of("$T.INSTANCE", name))
            .toList();
    return TypeSpec.classBuilder(generation.classes().projections())
        .addModifiers(Modifier.FINAL)
        .addJavadoc(
            "The records that queries of {@link $T} can end in.", generation.classes().database())
        .addField(
            FieldSpec.builder(TYPE, ALL, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                    "$>$>\n$L$<$<",
                    Layout.call(8, CodeBlock.of("$T.byClass", RecordMapping.class), readers))
                .build())
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }
}
