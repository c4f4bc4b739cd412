package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The stages of an insert, {@code UserRepository.Needs…}. A row that is inserted together with the
 * one that it references goes through those that remain without its foreign key: from the stage
 * behind it on, they are the same; each one before it has a variant that leads past it.
 */
final class Stages {

  private final Generation generation;
  private final TableModel table;
  private final ClassName draft;
  private final List<Stage> all;
  private final NameAllocator allocator = new NameAllocator();
  private final Map<ClassName, TypeSpec> types = new LinkedHashMap<>();
  private final List<ClassName> names = new ArrayList<>();
  private final Map<Set<ColumnModel>, ClassName> firsts = new HashMap<>();

  Stages(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.draft = generation.classes().draft(table);
    this.all = Stage.of(table, generation.links(), List.of());
    for (Stage stage : all) {
      names.add(name(stage, ""));
    }
    for (int i = 0; i < all.size(); i++) {
      types.put(names.get(i), type(all, names, i, "that "));
    }
    if (!table.join()) {
      for (RelationModel relation : generation.links().relations(table)) {
        if (BranchWriter.hasInverse(relation)) {
          firsts.computeIfAbsent(
              new HashSet<>(relation.sourceColumns()), unused -> variant(relation));
        }
      }
    }
  }

  /** What an insert begins with. */
  ClassName first() {
    return stage(names, 0);
  }

  /** The same where the row that a relation along a foreign key leads to is known. */
  ClassName first(RelationModel along) {
    return firsts.getOrDefault(new HashSet<>(along.sourceColumns()), first());
  }

  /** All interfaces. */
  Set<ClassName> names() {
    return types.keySet();
  }

  /** All interfaces with their methods. */
  Iterable<TypeSpec> types() {
    return types.values();
  }

  /** The columns that are required. */
  List<ColumnModel> columns() {
    return all.stream().map(Stage::column).toList();
  }

  /** The relations that may set them instead. */
  Set<RelationModel> relations() {
    Set<RelationModel> relations = new HashSet<>();
    all.forEach(stage -> relations.addAll(stage.relations().keySet()));
    return relations;
  }

  private ClassName variant(RelationModel along) {
    List<ColumnModel> given = along.sourceColumns();
    List<Stage> stages = Stage.of(table, generation.links(), given);
    int removed = all.size() - stages.size();
    int behind = all.size();
    while (behind > 0 && !given.contains(all.get(behind - 1).column())) {
      behind--;
    }
    int own = behind - removed;
    List<ClassName> chain = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      chain.add(
          i < own && removed > 0
              ? name(stages.get(i), "For" + EntityNames.capitalised(along.name()))
              : names.get(i + removed));
    }
    for (int i = 0; i < own && removed > 0; i++) {
      types.put(
          chain.get(i),
          type(stages, chain, i, "whose " + Doc.code(along.name()) + " is known, and that "));
    }
    return stage(chain, 0);
  }

  private ClassName name(Stage stage, String suffix) {
    String name = "Needs" + EntityNames.capitalised(stage.column().property()) + suffix;
    return generation.classes().repository(table).nestedClass(allocator.newName(name));
  }

  private ClassName stage(List<ClassName> chain, int number) {
    return number < chain.size() ? chain.get(number) : draft;
  }

  private TypeSpec type(List<Stage> stages, List<ClassName> chain, int number, String known) {
    Stage stage = stages.get(number);
    ColumnModel column = stage.column();
    String doc =
        "A new row "
            + known
            + "needs column "
            + Doc.code(column.name())
            + (number + 1 < stages.size() ? ", and then others." : ".");
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(chain.get(number))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("$L", doc.length() < 90 ? doc : doc.replace("known, ", "known,\n"))
            .addMethod(
                abstractSetter(column.property(), stage(chain, number + 1))
                    .addJavadoc("$L", Setters.columnDoc(column))
                    .addParameter(JavaTypes.parameter(column))
                    .build());
    stage
        .relations()
        .forEach(
            (relation, completed) ->
                type.addMethod(
                    abstractSetter(relation.name(), stage(chain, number + completed))
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
}
