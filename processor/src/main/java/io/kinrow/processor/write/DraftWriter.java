package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
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

/**
 * Writes {@code UserDraft} with what is nested in it, and the stages that lead to it, {@code
 * UserRepository.Needs…}.
 */
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
                    .addJavadoc("$L", Setters.columnDoc(column))
                    .addParameter(JavaTypes.parameter(column))
                    .build());
    stage
        .relations()
        .forEach(
            (relation, completed) ->
                type.addMethod(
                    abstractSetter(relation.name(), stage(number + completed))
                        .addJavadoc("$L", Setters.relationDoc(relation))
                        .addParameter(Setters.parameter(generation, relation))
                        .build()));
    return type.build();
  }

  private static MethodSpec.Builder abstractSetter(String name, TypeName next) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
        .returns(next);
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
    Setters setters = new Setters(generation, table, draft, "a new row");
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
              type.addMethod(
                  documented(
                      setters.column(column),
                      required.contains(column),
                      Setters.columnDoc(column)));
              setters.primitive(column).ifPresent(type::addMethod);
            });
    generation.links().relations(table).stream()
        .filter(relation -> staged.contains(relation) || optional(relation))
        .forEach(
            relation ->
                type.addMethod(
                    documented(
                        setters.relation(relation),
                        staged.contains(relation),
                        Setters.relationDoc(relation))));
    return type.addType(new UpdateWriter(generation, table).write());
  }

  /** Whether a relation can be set after all required columns. */
  private boolean optional(RelationModel relation) {
    List<ColumnModel> columns = relation.sourceColumns();
    return relation.kind() == RelationModel.Kind.ONE
        && relation.sameTypes()
        && columns.stream().noneMatch(ColumnModel::generated)
        && columns.stream().anyMatch(column -> !Stage.required(table, column));
  }

  private static MethodSpec documented(MethodSpec.Builder setter, boolean staged, String doc) {
    return staged
        ? setter.addAnnotation(Override.class).build()
        : setter.addJavadoc("$L", doc).build();
  }
}
