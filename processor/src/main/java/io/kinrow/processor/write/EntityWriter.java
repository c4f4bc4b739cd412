package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.write.EntityNames.Internal;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.Kin;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes {@code User}. */
final class EntityWriter {

  private final Generation generation;
  private final TableModel table;
  private final EntityNames names;
  private final ClassName entity;

  EntityWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.names = generation.names(table);
    this.entity = generation.classes().entity(table);
  }

  TypeSpec.Builder write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(entity)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("A row of $L. Immutable and thread-safe.", Doc.code(table.id().toString()));
    if (!generation.links().relations(table).isEmpty()) {
      type.addJavadoc(
          "\n\n<p>The first navigation over a relation loads it for all rows of the same result.");
    }
    NavigationWriter navigation = new NavigationWriter(generation, table);
    navigation.constants().forEach(type::addField);
    fields(type);
    table.shown().forEach(column -> type.addMethod(accessor(column)));
    if (table.compositeKey()) {
      type.addMethod(key());
    }
    if (table.writable()) {
      CopyWriter copies = new CopyWriter(generation, table);
      if (copies.constructs()) {
        type.addMethod(copies.constructor());
      }
      copies.methods().forEach(type::addMethod);
    }
    navigation.methods().forEach(type::addMethod);
    new IdentityWriter(generation, table).methods().forEach(type::addMethod);
    if (table.compositeKey()) {
      type.addType(new KeyWriter(generation, table).write());
    }
    if (names.wide()) {
      type.addType(new ValuesWriter(generation, table).write());
    }
    return type.addType(new MappingWriter(generation, table).write());
  }

  private void fields(TypeSpec.Builder type) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    if (names.wide()) {
      field(type, constructor, ValuesWriter.name(entity), names.name(Internal.VALUES));
    } else {
      for (ColumnModel column : table.columns()) {
        field(type, constructor, JavaTypes.stored(column), column.property());
      }
    }
    field(
        type,
        constructor,
        ClassName.get(Changes.class),
        names.name(Internal.CHANGES),
        Modifier.PRIVATE);
    field(type, constructor, ClassName.get(Kin.class), names.name(Internal.KIN), Modifier.PRIVATE);
    field(type, constructor, TypeName.INT, names.name(Internal.AT), Modifier.PRIVATE);
    type.addMethod(constructor.build());
  }

  /** Columns are read by drafts and repositories too, so they are not private. */
  private static void field(
      TypeSpec.Builder type,
      MethodSpec.Builder constructor,
      TypeName of,
      String name,
      Modifier... modifiers) {
    type.addField(FieldSpec.builder(of, name, modifiers).addModifiers(Modifier.FINAL).build());
    constructor.addParameter(ParameterSpec.builder(of, name).build());
    constructor.addStatement("this.$1N = $1N", name);
  }

  private MethodSpec accessor(ColumnModel column) {
    CodeBlock field = names.own(column);
    CodeBlock value = field;
    if (column.type().array()) {
      value =
          column.nullable()
              ? CodeBlock.of("$1L == null ? null : $1L.clone()", field)
              : CodeBlock.of("$L.clone()", field);
    }
    if (column.nullable()) {
      value = CodeBlock.of("$T.ofNullable($L)", Optional.class, value);
    }
    return MethodSpec.methodBuilder(column.property())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L", ColumnDoc.of(table, column))
        .returns(JavaTypes.accessor(column))
        .addStatement("return $L", value)
        .build();
  }

  private MethodSpec key() {
    return MethodSpec.methodBuilder(names.key())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The primary key.")
        .returns(generation.classes().key(table))
        .addStatement("return $L", KeyWriter.keyOf(generation, table, names::own))
        .build();
  }
}
