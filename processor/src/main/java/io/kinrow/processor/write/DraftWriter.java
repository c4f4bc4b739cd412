package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.write.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Writes {@code UserDraft} and the stages that lead to it, {@code UserRepository.Needs…}. */
final class DraftWriter {

  private final Generation generation;
  private final TableModel table;
  private final ClassName draft;
  private final List<Stage> stages;
  private final List<ClassName> stageNames = new ArrayList<>();

  DraftWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.draft = generation.classes().draft(table);
    this.stages = Stage.of(table, generation.links());
    NameAllocator names = new NameAllocator();
    for (Stage stage : stages) {
      String name = "Needs" + EntityNames.capitalised(stage.column().property());
      stageNames.add(generation.classes().repository(table).nestedClass(names.newName(name)));
    }
  }

  /** What an insert begins with. */
  ClassName first() {
    return stage(0);
  }

  private ClassName stage(int number) {
    return number < stages.size() ? stageNames.get(number) : draft;
  }

  /** The columns that a new row must have, one after the other. */
  List<TypeSpec> stages() {
    return IntStream.range(0, stages.size()).mapToObj(this::stageType).toList();
  }

  private TypeSpec stageType(int number) {
    Stage stage = stages.get(number);
    ColumnModel column = stage.column();
    String doc =
        "A new row that needs column "
            + Doc.code(column.name())
            + (number + 1 < stages.size() ? ", and then others." : ".");
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(stage(number))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("$L", doc)
            .addMethod(
                abstractSetter(column.property(), stage(number + 1))
                    .addJavadoc("Sets column $L.", Doc.code(column.name()))
                    .addParameter(JavaTypes.parameter(column))
                    .build());
    stage
        .relations()
        .forEach(
            (relation, completed) ->
                type.addMethod(
                    abstractSetter(relation.name(), stage(number + completed))
                        .addJavadoc("$L", relationDoc(relation))
                        .addParameter(parameter(relation))
                        .build()));
    return type.build();
  }

  private static String relationDoc(RelationModel relation) {
    return "Sets the referenced row of " + Doc.code(relation.target().id().toString()) + ".";
  }

  private static MethodSpec.Builder abstractSetter(String name, TypeName next) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
        .returns(next);
  }

  private ParameterSpec parameter(RelationModel relation) {
    TypeName target = generation.classes().entity(relation.target());
    return ParameterSpec.builder(
            relation.required() ? target : JavaTypes.nullable(target), relation.name())
        .build();
  }

  TypeSpec.Builder write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(draft)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                "A row of $L to be inserted. Not thread-safe.", Doc.code(table.id().toString()))
            .superclass(Draft.class)
            .addSuperinterfaces(stageNames)
            .avoidClashesWithNestedClasses(Draft.class)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addStatement("super($T.INSTANCE)", generation.classes().mapping(table))
                    .build());
    Set<RelationModel> staged = new HashSet<>();
    Set<ColumnModel> required = new HashSet<>();
    for (Stage stage : stages) {
      required.add(stage.column());
      staged.addAll(stage.relations().keySet());
    }
    table.columns().stream()
        .filter(column -> !column.generated() && !column.version())
        .forEach(
            column -> {
              type.addMethod(setter(column, required.contains(column)));
              JavaTypes.primitiveParameter(column)
                  .map(parameter -> setter(column, parameter))
                  .ifPresent(type::addMethod);
            });
    generation.links().relations(table).stream()
        .filter(relation -> staged.contains(relation) || optional(relation))
        .forEach(relation -> type.addMethod(setter(relation, staged.contains(relation))));
    return type;
  }

  /** Whether a relation can be set after all required columns. */
  private boolean optional(RelationModel relation) {
    List<ColumnModel> columns = relation.sourceColumns();
    return relation.kind() == RelationModel.Kind.ONE
        && relation.sameTypes()
        && columns.stream().noneMatch(ColumnModel::generated)
        && columns.stream().anyMatch(column -> !Stage.required(table, column));
  }

  private MethodSpec.Builder setter(String name, boolean staged) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(draft);
    if (staged) {
      method.addAnnotation(Override.class);
    }
    return method;
  }

  private Required required() {
    return Required.in(generation, table, "a new row");
  }

  private MethodSpec setter(ColumnModel column, boolean required) {
    MethodSpec.Builder method =
        setter(column.property(), required)
            .addParameter(JavaTypes.parameter(column))
            .addStatement("set($L, $L)", column.position(), JavaTypes.kept(column, required()))
            .addStatement("return this");
    return required
        ? method.build()
        : method.addJavadoc("Sets column $L.", Doc.code(column.name())).build();
  }

  private MethodSpec setter(ColumnModel column, ParameterSpec primitive) {
    return setter(column.property(), false)
        .addJavadoc("Sets column $L.", Doc.code(column.name()))
        .addParameter(primitive)
        .addStatement("set($L, $N)", column.position(), column.property())
        .addStatement("return this")
        .build();
  }

  private MethodSpec setter(RelationModel relation, boolean staged) {
    MethodSpec.Builder method = setter(relation.name(), staged).addParameter(parameter(relation));
    if (!staged) {
      method.addJavadoc("$L", relationDoc(relation));
    }
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
    return method.addStatement("return this").build();
  }
}
