package io.kinrow.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.write.EntityNames.Internal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code withNickname(…)} and {@code withAuthor(…)}. */
final class CopyWriter {

  private final Generation generation;
  private final TableModel table;
  private final EntityNames names;
  private final ClassName entity;

  CopyWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.names = generation.names(table);
    this.entity = generation.classes().entity(table);
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (ColumnModel column : table.columns()) {
      if (changeable(column)) {
        methods.add(column(column));
        JavaTypes.primitiveParameter(column)
            .map(parameter -> primitive(column, parameter))
            .ifPresent(methods::add);
      }
    }
    changeable(generation, table).map(this::relation).forEach(methods::add);
    return methods;
  }

  private boolean changeable(ColumnModel column) {
    return changeable(table, column);
  }

  /** Whether a row can get another value in a column and is still the same row. */
  static boolean changeable(TableModel table, ColumnModel column) {
    return !column.generated() && !column.version() && !table.primaryKey().contains(column);
  }

  /** The relations whose columns can all be changed. */
  static Stream<RelationModel> changeable(Generation generation, TableModel table) {
    return generation.links().relations(table).stream()
        .filter(relation -> relation.kind() == RelationModel.Kind.ONE)
        .filter(RelationModel::sameTypes)
        .filter(
            relation ->
                relation.sourceColumns().stream().allMatch(column -> changeable(table, column)));
  }

  private MethodSpec column(ColumnModel column) {
    return copy(
            names.copy(column),
            "Returns this row with a different " + Doc.code(column.name()) + ".")
        .addParameter(JavaTypes.parameter(column))
        .addCode(
            copied(
                Map.of(
                    column,
                    JavaTypes.kept(column, Required.in(generation, table, names.copy(column))))))
        .build();
  }

  private MethodSpec primitive(ColumnModel column, ParameterSpec parameter) {
    String name = names.copy(column);
    return copy(name, "Returns this row with a different " + Doc.code(column.name()) + ".")
        .addParameter(parameter)
        .addStatement("return $N(($T) $N)", name, JavaTypes.boxed(column), column.property())
        .build();
  }

  private MethodSpec relation(RelationModel relation) {
    TypeName target = generation.classes().entity(relation.target());
    boolean required = relation.required();
    ParameterSpec parameter =
        ParameterSpec.builder(required ? target : JavaTypes.nullable(target), relation.name())
            .build();
    Required checked = Required.in(generation, table, names.copy(relation));
    Map<ColumnModel, CodeBlock> changed = new LinkedHashMap<>();
    for (int i = 0; i < relation.sourceColumns().size(); i++) {
      changed.put(relation.sourceColumns().get(i), value(relation, i, checked));
    }
    MethodSpec.Builder method =
        copy(
                names.copy(relation),
                "Returns this row with a different " + Doc.code(relation.name()) + ".")
            .addParameter(parameter);
    if (changed.size() == 1) {
      ColumnModel column = relation.sourceColumns().get(0);
      return method.addStatement("return $N($L)", names.copy(column), changed.get(column)).build();
    }
    if (required) {
      method.addStatement(checked(relation, checked));
    }
    return method.addCode(copied(changed)).build();
  }

  /** Without an entity, columns that may be NULL are NULL and others stay as they are. */
  private CodeBlock value(RelationModel relation, int part, Required checked) {
    ColumnModel column = relation.sourceColumns().get(part);
    CodeBlock value = referred(generation, relation, part, checked);
    if (relation.required()) {
      return value;
    }
    CodeBlock otherwise = column.nullable() ? CodeBlock.of("null") : names.own(column);
    return CodeBlock.of("$N == null ? $L : $L", relation.name(), otherwise, value);
  }

  /** The entity that a relation's name holds, refused if it is null. */
  static CodeBlock checked(RelationModel relation, Required required) {
    return required.of(CodeBlock.of("$N", relation.name()), relation.name());
  }

  /**
   * The value that a column of a foreign key gets from an entity that the relation's name holds. An
   * entity that gives several is checked before.
   */
  static CodeBlock referred(
      Generation generation, RelationModel relation, int part, Required checked) {
    ColumnModel referred = relation.targetColumns().get(part);
    CodeBlock entity =
        relation.required() && relation.sourceColumns().size() == 1
            ? checked(relation, checked)
            : CodeBlock.of("$N", relation.name());
    CodeBlock value = generation.names(relation.target()).of(entity, referred);
    return referred.nullable() && !relation.sourceColumns().get(part).nullable()
        ? checked.of(value, relation.name() + "." + referred.property())
        : value;
  }

  private MethodSpec.Builder copy(String name, String doc) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L", doc)
        .returns(entity);
  }

  /** A copy of which some columns are others, in the order of the table. */
  private CodeBlock copied(Map<ColumnModel, CodeBlock> changed) {
    List<ColumnModel> columns = table.columns().stream().filter(changed::containsKey).toList();
    if (names.wide()) {
      return copiedWide(columns, changed);
    }
    CodeBlock copy = CodeBlock.of("this");
    for (ColumnModel column : columns) {
      List<CodeBlock> arguments =
          List.of(copy, CodeBlock.of("$L", column.position()), changed.get(column));
      copy = Layout.call(Construction.INDENT, CodeBlock.of("new $T", entity), arguments);
    }
    return CodeBlock.of("return $L;\n", copy);
  }

  private CodeBlock copiedWide(List<ColumnModel> columns, Map<ColumnModel, CodeBlock> changed) {
    ClassName values = ValuesWriter.name(entity);
    String copy = names.name(Internal.COPY);
    String kin = names.name(Internal.KIN);
    CodeBlock.Builder changes = CodeBlock.builder().add("$N", names.name(Internal.CHANGES));
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$1T $2N = new $1T($3N)", values, copy, names.name(Internal.VALUES));
    for (ColumnModel column : columns) {
      code.addStatement("$N.$N = $L", copy, column.property(), changed.get(column));
      changes.add(
          ".with($1L, $2N.$3N, $4N.$3N)",
          column.position(),
          names.name(Internal.VALUES),
          column.property(),
          copy);
    }
    int column = columns.get(0).position(); // those of a foreign key are all in its slot
    List<CodeBlock> arguments =
        List.of(
            CodeBlock.of("$N", copy),
            changes.build(),
            CodeBlock.of("$N.ofCopy($L)", kin, column),
            CodeBlock.of("$N.placeOfCopy($L, $N)", kin, column, names.name(Internal.AT)));
    return code.add(Construction.inEntity(generation, table).returned(arguments)).build();
  }

  /** The constructor of a copy with another value in one column. */
  MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addJavadoc("Copies a row with a different value in one column.")
            .addParameter(entity, "row")
            .addParameter(TypeName.INT, "column")
            .addParameter(JavaTypes.nullable(ClassName.OBJECT), "value");
    if (table.columns().stream().filter(this::changeable).anyMatch(JavaTypes::generic)) {
      constructor.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "unchecked")
              .build());
    }
    for (ColumnModel column : table.columns()) {
      CodeBlock kept = names.of("row", column);
      constructor.addStatement(
          "this.$N = $L",
          column.property(),
          changeable(column)
              ? CodeBlock.of(
                  "column == $L ? $L : $L",
                  column.position(),
                  JavaTypes.cast(column, "value"),
                  kept)
              : kept);
    }
    String changes = names.name(Internal.CHANGES);
    String kin = names.name(Internal.KIN);
    String at = names.name(Internal.AT);
    return constructor
        .addStatement(
            "this.$1N = row.$1N.with(column, $2T.INSTANCE.value(row, column), value)",
            changes,
            generation.classes().mapping(table))
        .addStatement("this.$1N = row.$1N.ofCopy(column)", kin)
        .addStatement("this.$1N = row.$2N.placeOfCopy(column, row.$1N)", at, kin)
        .build();
  }

  /** Whether there is a copy to be made by {@link #constructor}. */
  boolean constructs() {
    return !names.wide() && table.columns().stream().anyMatch(this::changeable);
  }
}
