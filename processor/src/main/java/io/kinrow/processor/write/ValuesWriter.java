package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code Wide.Values}: the columns of a table of more than a hundred, since a constructor
 * takes no more than 255 parameters. Filled before an entity gets it and not changed afterwards.
 */
final class ValuesWriter {

  private final Generation generation;
  private final TableModel table;

  ValuesWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
  }

  static ClassName name(ClassName entity) {
    return entity.nestedClass(entity.simpleName() + "Values");
  }

  TypeSpec write() {
    ClassName name = name(generation.classes().entity(table));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The columns of a row; not changed once an entity has them.");
    String from = generation.names(table).name(EntityNames.Internal.VALUES);
    MethodSpec.Builder copy = MethodSpec.constructorBuilder().addParameter(name, from);
    for (ColumnModel column : table.columns()) {
      type.addField(FieldSpec.builder(JavaTypes.stored(column), column.property()).build());
      copy.addStatement("this.$1N = $2N.$1N", column.property(), from);
    }
    return type.addMethod(MethodSpec.constructorBuilder().build()).addMethod(copy.build()).build();
  }
}
