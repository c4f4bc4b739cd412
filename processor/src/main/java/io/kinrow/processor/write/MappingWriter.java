package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ManagedModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.write.EntityNames.Internal;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.ManagedColumn;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jooq.Table;

/** Writes {@code User.Mapping}. */
final class MappingWriter {

  private final Generation generation;
  private final TableModel table;
  private final EntityNames names;
  private final ClassName mapping;
  private final ClassName entity;
  private final String variable;

  MappingWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.names = generation.names(table);
    this.mapping = generation.classes().mapping(table);
    this.entity = generation.classes().entityInMapping(table);
    NameAllocator parameters = new NameAllocator();
    parameters.newName("column");
    this.variable = parameters.newName(ClassNames.decapitalised(table.entity()));
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(mapping)
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("How the rows of $L become entities.", Doc.code(table.id().toString()))
            .superclass(ParameterizedTypeName.get(ClassName.get(EntityMapping.class), entity))
            .avoidClashesWithNestedClasses(EntityMapping.class)
            .addField(columns())
            .addField(select())
            .addField(instance());
    generation.slots(table).constants().forEach(type::addField);
    type.addMethod(constructor())
        .addMethod(table())
        .addMethod(new RowReaderWriter(generation, table).read())
        .addMethod(value())
        .addMethod(kin())
        .addMethod(changes())
        .addMethod(stored())
        .addMethod(converted())
        .addMethod(fact("triggers", table.triggers()))
        .addMethod(fact("computed", computed()));
    if (generation.projections()) {
      type.addMethod(records());
    }
    new SlotWriter(generation, table).methods().forEach(type::addMethod);
    return type.build();
  }

  private FieldSpec columns() {
    return FieldSpec.builder(String.class, "COLUMNS", Modifier.STATIC, Modifier.FINAL)
        .initializer("$>$>\n$L$<$<", Layout.text(generation.sql().head(table)))
        .build();
  }

  private FieldSpec select() {
    String from = generation.sql().select(table).substring(generation.sql().head(table).length());
    return FieldSpec.builder(String.class, "SELECT", Modifier.STATIC, Modifier.FINAL)
        .initializer("COLUMNS + $S", from)
        .build();
  }

  private FieldSpec instance() {
    return FieldSpec.builder(mapping, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
        .initializer("new $T()", mapping)
        .build();
  }

  private MethodSpec constructor() {
    List<CodeBlock> columns =
        table.columns().stream().map(column -> CodeBlock.of("$S", column.name())).toList();
    CodeBlock slots =
        generation.links().slots(table).stream()
            .map(slot -> CodeBlock.of("{$L}", positions(slot)))
            .collect(CodeBlock.joining(", "));
    List<CodeBlock> arguments =
        List.of(
            CodeBlock.of("$S", table.dialect()),
            CodeBlock.of("$S", table.entity()),
            CodeBlock.of("$S", nameForPeople()),
            Layout.filled(12, CodeBlock.of("$T.of", List.class), columns),
            CodeBlock.of("new int[] {$L}", positions(table.primaryKey())),
            CodeBlock.of("new int[][] {$L}", slots),
            CodeBlock.of("$L", generation.links().relations(table).size()));
    List<CodeBlock> all = new ArrayList<>();
    all.add(Layout.lines(CodeBlock.of("new $T", EntityMapping.TableInfo.class), arguments));
    for (ColumnModel column : table.columns()) {
      ManagedModel managed = column.managed();
      if (managed != null) {
        all.add(managed(column, managed));
      }
    }
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addCode("super($>$>\n$L);$<$<\n", CodeBlock.join(all, ",\n"))
        .build();
  }

  private static CodeBlock managed(ColumnModel column, ManagedModel managed) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.of(", ManagedColumn.class)
            .add("$T.$L, $L)", ManagedColumn.Role.class, managed.role(), column.position());
    if (managed.defaulted()) {
      code.add(".withDefault()");
    }
    ChronoUnit epoch = managed.epoch();
    if (epoch != null) {
      code.add(".in($T.$L)", ChronoUnit.class, epoch.name());
    }
    return code.build();
  }

  /** With its schema where another one has a table of that name. */
  private String nameForPeople() {
    boolean only =
        generation.database().tables().stream()
            .noneMatch(
                other ->
                    other.id().name().equals(table.id().name()) && !other.id().equals(table.id()));
    return only ? table.id().name() : table.id().toString();
  }

  private static String positions(List<ColumnModel> columns) {
    return columns.stream()
        .map(column -> String.valueOf(column.position()))
        .collect(Collectors.joining(", "));
  }

  static MethodSpec.Builder override(String name, TypeName type) {
    return override(Modifier.PUBLIC, name, type);
  }

  static MethodSpec.Builder override(Modifier access, String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(access)
        .returns(type);
  }

  private MethodSpec table() {
    TypeName any = WildcardTypeName.subtypeOf(Object.class);
    return override("table", ParameterizedTypeName.get(ClassName.get(Table.class), any))
        .addStatement("return $T.$N", generation.classes().tables(), table.constant())
        .build();
  }

  private MethodSpec records() {
    return override("records", ProjectionsWriter.TYPE)
        .addStatement("return $T.$N", generation.classes().projections(), ProjectionsWriter.ALL)
        .build();
  }

  private MethodSpec value() {
    MethodSpec.Builder method =
        override("value", JavaTypes.nullable(ClassName.OBJECT))
            .addParameter(entity, variable)
            .addParameter(TypeName.INT, "column")
            .beginControlFlow("return switch (column)");
    for (ColumnModel column : table.columns()) {
      method.addStatement("case $L -> $L", column.position(), names.of(variable, column));
    }
    return method
        .addStatement("default -> throw new $T(column)", IndexOutOfBoundsException.class)
        .addCode("$<};\n")
        .build();
  }

  private MethodSpec kin() {
    return override("kin", ClassName.get(Kin.class))
        .addParameter(entity, variable)
        .addStatement("return $N.$N", variable, names.name(Internal.KIN))
        .build();
  }

  private MethodSpec changes() {
    return override("changes", ClassName.get(Changes.class))
        .addParameter(entity, variable)
        .addStatement("return $N.$N", variable, names.name(Internal.CHANGES))
        .build();
  }

  private MethodSpec stored() {
    Construction construction = Construction.inMapping(generation, table);
    return override("stored", entity)
        .addParameter(entity, variable)
        .addCode(construction.stored(variable))
        .build();
  }

  private MethodSpec converted() {
    String converted =
        positions(table.columns().stream().filter(RowReaderWriter::converted).toList());
    MethodSpec.Builder method =
        override("converted", TypeName.BOOLEAN).addParameter(TypeName.INT, "column");
    if (converted.isEmpty()) {
      return method.addStatement("return false").build();
    }
    return method
        .beginControlFlow("return switch (column)")
        .addStatement("case $L -> true", converted)
        .addStatement("default -> false")
        .addCode("$<};\n")
        .build();
  }

  private boolean computed() {
    return table.columns().stream().anyMatch(ColumnModel::generated);
  }

  private static MethodSpec fact(String name, boolean value) {
    return override(name, TypeName.BOOLEAN).addStatement("return $L", value).build();
  }
}
