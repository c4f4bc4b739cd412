package io.kinrow.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.LinkSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code following(user)} and {@code following(key)}: links across a join table. */
final class LinkWriter {

  /** Methods of a repository, or of any object, that take one row or one key. */
  private static final Set<String> OF_REPOSITORIES =
      Set.of("get", "find", "exists", "update", "delete", "deleteByKey", "equals", "wait");

  private static final String ROW = "row";
  private static final String KEY = "key";

  private final Generation generation;
  private final TableModel table;
  private final ClassName entity;
  private final Set<String> taken;

  /**
   * @param others names of the repository's other generated methods
   */
  LinkWriter(Generation generation, TableModel table, Collection<String> others) {
    this.generation = generation;
    this.table = table;
    this.entity = generation.classes().entity(table);
    this.taken = new HashSet<>(others);
    taken.addAll(OF_REPOSITORIES);
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (RelationModel relation : generation.links().relations(table)) {
      if (relation.kind() == RelationModel.Kind.ACROSS) {
        methods.add(ofEntity(relation));
        if (relation.sourceColumns().equals(table.primaryKey())) {
          methods.add(ofKey(relation));
        }
      }
    }
    return methods;
  }

  private MethodSpec ofEntity(RelationModel relation) {
    return method(relation)
        .addJavadoc(
            "Returns the links behind {@link $T#$L()}, to add, remove or replace them.",
            entity,
            relation.name())
        .addParameter(entity, ROW)
        .addStatement("return links($L)", arguments(relation, ROW))
        .build();
  }

  private MethodSpec ofKey(RelationModel relation) {
    TypeName key =
        table
            .singleKey()
            .map(JavaTypes::present)
            .orElseGet(() -> KeyWriter.type(generation, table));
    return method(relation)
        .addJavadoc(
            "Returns the links of the row with this key, like {@link #$L($T)}.",
            name(relation),
            entity)
        .addParameter(key, KEY)
        .addStatement("return linksOf($L)", arguments(relation, KEY))
        .build();
  }

  private String name(RelationModel relation) {
    String name = relation.name();
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  private MethodSpec.Builder method(RelationModel relation) {
    return MethodSpec.methodBuilder(name(relation))
        .addModifiers(Modifier.PUBLIC)
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(LinkSet.class),
                generation.classes().entity(relation.target()),
                targetKey(relation)));
  }

  private static boolean single(RelationModel relation) {
    return relation.targetColumns().size() == 1;
  }

  /** The type of what the join table refers to; rows of several columns have one for a key only. */
  private TypeName targetKey(RelationModel relation) {
    TableModel target = relation.target();
    if (single(relation)) {
      return JavaTypes.boxed(relation.targetColumns().get(0));
    }
    return relation.targetColumns().equals(target.primaryKey())
        ? KeyWriter.type(generation, target)
        : ArrayTypeName.of(ClassName.OBJECT);
  }

  private CodeBlock arguments(RelationModel relation, String from) {
    CodeBlock.Builder arguments =
        CodeBlock.builder()
            .add("$T.$N, $N", entity, generation.names(table).constant(relation), from);
    TableModel target = relation.target();
    if (single(relation)) {
      return arguments.build();
    } else if (!relation.targetColumns().equals(target.primaryKey())) {
      return arguments.add(", values -> values").build();
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (ColumnModel column : relation.targetColumns()) {
      parts.add(CodeBlock.of("to.$N()", column.property()));
    }
    return arguments
        .add(",$Wto -> new $T[] {$L}", Object.class, CodeBlock.join(parts, ",$W"))
        .build();
  }
}
