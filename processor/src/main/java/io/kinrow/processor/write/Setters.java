package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the setters of a draft: {@code nickname(…)} and {@code author(…)}.
 *
 * @param draft the class that they belong to
 * @param where what the columns are of, in messages
 */
record Setters(Generation generation, TableModel table, ClassName draft, String where) {

  /** Sets a column to a value. */
  MethodSpec.Builder column(ColumnModel column) {
    return setter(column.property())
        .addParameter(JavaTypes.parameter(column))
        .addStatement("set($L, $L)", column.position(), JavaTypes.kept(column, required()))
        .addStatement("return this");
  }

  /** The same for a number that Java does not box as the column's type. */
  Optional<MethodSpec> primitive(ColumnModel column) {
    return JavaTypes.primitiveParameter(column)
        .map(
            parameter ->
                setter(column.property())
                    .addJavadoc("$L", columnDoc(column))
                    .addParameter(parameter)
                    .addStatement("set($L, $N)", column.position(), column.property())
                    .addStatement("return this")
                    .build());
  }

  /** Sets the columns of a foreign key. */
  MethodSpec.Builder relation(RelationModel relation) {
    MethodSpec.Builder method =
        setter(relation.name()).addParameter(parameter(generation, relation));
    if (relation.required() && relation.sourceColumns().size() > 1) {
      method.addStatement(CopyWriter.checked(relation, required()));
    }
    for (int i = 0; i < relation.sourceColumns().size(); i++) {
      ColumnModel column = relation.sourceColumns().get(i);
      CodeBlock value = CopyWriter.referred(generation, relation, i, required());
      if (relation.required()) {
        method.addStatement("set($L, $L)", column.position(), value);
      } else if (column.nullable()) {
        method.addStatement(
            "set($L, $N == null ? null : $L)", column.position(), relation.name(), value);
      } else {
        method
            .beginControlFlow("if ($N != null)", relation.name())
            .addStatement("set($L, $L)", column.position(), value)
            .endControlFlow();
      }
    }
    if (inserts()) {
      method.addStatement(
          "give($T.$N, $N)",
          generation.classes().entity(table),
          generation.names(table).constant(relation),
          relation.name());
    }
    return method.addStatement("return this");
  }

  /** Whether the draft becomes a row of its own, which can lead to the entities it was given. */
  private boolean inserts() {
    return draft.equals(generation.classes().draft(table));
  }

  MethodSpec.Builder setter(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(draft);
  }

  private Required required() {
    return Required.in(generation, table, where);
  }

  static ParameterSpec parameter(Generation generation, RelationModel relation) {
    TypeName target = generation.classes().entity(relation.target());
    return ParameterSpec.builder(
            relation.required() ? target : JavaTypes.nullable(target), relation.name())
        .build();
  }

  static String columnDoc(ColumnModel column) {
    return "Sets column " + Doc.code(column.name()) + ".";
  }

  static String relationDoc(RelationModel relation) {
    return "Sets the referenced row of " + Doc.code(relation.target().id().toString()) + ".";
  }
}
