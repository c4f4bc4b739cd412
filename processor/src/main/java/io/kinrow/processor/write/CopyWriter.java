package io.kinrow.processor.write;

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
    generation.links().relations(table).stream()
        .filter(relation -> relation.kind() == RelationModel.Kind.ONE)
        .filter(RelationModel::sameTypes)
        .filter(relation -> relation.sourceColumns().stream().allMatch(this::changeable))
        .map(this::relation)
        .forEach(methods::add);
    return methods;
  }

  private boolean changeable(ColumnModel column) {
    return !column.generated() && !table.primaryKey().contains(column);
  }

  private MethodSpec column(ColumnModel column) {
    return copy(names.copy(column), "This row with another " + Doc.code(column.name()) + ".")
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
    return copy(name, "This row with another " + Doc.code(column.name()) + ".")
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
    Map<ColumnModel, CodeBlock> changed = new LinkedHashMap<>();
    for (int i = 0; i < relation.sourceColumns().size(); i++) {
      changed.put(relation.sourceColumns().get(i), value(relation, i));
    }
    MethodSpec.Builder method =
        copy(names.copy(relation), "This row with another " + Doc.code(relation.name()) + ".")
            .addParameter(parameter);
    if (changed.size() == 1) {
      ColumnModel column = relation.sourceColumns().get(0);
      return method.addStatement("return $N($L)", names.copy(column), changed.get(column)).build();
    }
    if (required) {
      method.addStatement(checked(relation, Required.in(generation, table, names.copy(relation))));
    }
    return method.addCode(copied(changed)).build();
  }

  /** Without an entity, columns that may be NULL are NULL and others stay as they are. */
  private CodeBlock value(RelationModel relation, int part) {
    ColumnModel column = relation.sourceColumns().get(part);
    Required checked = Required.in(generation, table, names.copy(relation));
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

  private CodeBlock copied(Map<ColumnModel, CodeBlock> changed) {
    CodeBlock.Builder changes = CodeBlock.builder().add("$N", names.name(Internal.CHANGES));
    table.columns().stream()
        .filter(changed::containsKey)
        .forEach(column -> changes.add(".with($L)", column.position()));
    return Construction.inEntity(generation, table).copy(changed, changes.build(), kin(changed));
  }

  /** A copy that has other keys than its row has no siblings; any other one keeps them. */
  private List<CodeBlock> kin(Map<ColumnModel, CodeBlock> changed) {
    boolean inSlot =
        generation.links().slots(table).stream()
            .flatMap(List::stream)
            .anyMatch(changed::containsKey);
    String kin = names.name(Internal.KIN);
    return inSlot
        ? List.of(CodeBlock.of("$N.alone()", kin), CodeBlock.of("0"))
        : List.of(
            CodeBlock.of("$N", kin), CodeBlock.of("$1N < 0 ? $1N : ~$1N", names.name(Internal.AT)));
  }
}
