package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.write.UpdateDraft;
import javax.lang.model.element.Modifier;
import org.jooq.Field;

/** Writes {@code UserDraft.Update}. */
final class UpdateWriter {

  private static final String NONE = "none";

  private final Generation generation;
  private final TableModel table;
  private final Setters setters;

  UpdateWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.setters = new Setters(generation, table, generation.classes().update(table), "an update");
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(generation.classes().update(table))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(
                "What an update of rows of $L sets. Not thread-safe.",
                Doc.code(table.id().toString()))
            .superclass(UpdateDraft.class)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addStatement("super($T.INSTANCE)", generation.classes().mapping(table))
                    .build());
    for (ColumnModel column : table.columns()) {
      if (CopyWriter.changeable(table, column)) {
        type.addMethod(setters.column(column).addJavadoc("$L", Setters.columnDoc(column)).build());
        setters.primitive(column).ifPresent(type::addMethod);
        type.addMethod(expression(column));
      }
    }
    CopyWriter.changeable(generation, table)
        .map(r -> setters.relation(r).addJavadoc("$L", Setters.relationDoc(r)).build())
        .forEach(type::addMethod);
    return type.build();
  }

  /**
   * Sets a column to an expression. The null in {@code aboutMe(null)} fits the type of the value
   * and that of the expression; it means the value, since Java prefers a method of one parameter.
   */
  private MethodSpec expression(ColumnModel column) {
    MethodSpec.Builder method =
        setters
            .setter(column.property())
            .addJavadoc("Sets column $L to an expression", Doc.code(column.name()))
            .addParameter(
                ParameterizedTypeName.get(ClassName.get(Field.class), JavaTypes.boxed(column)),
                column.property());
    if (column.nullable()) {
      String none = column.property().equals(NONE) ? NONE + "_" : NONE;
      method
          .addJavadoc("; {@code $L} is left out", none)
          .addParameter(Void[].class, none)
          .varargs();
    }
    return method
        .addJavadoc(".")
        .addStatement("set($L, $N)", column.position(), column.property())
        .addStatement("return this")
        .build();
  }
}
