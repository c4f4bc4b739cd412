package io.kinrow.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code posts(…)} and {@code following(…)} of a draft: rows that are inserted together with
 * its own because they reference it.
 */
final class BranchWriter {

  private static final String ELEMENTS = "elements";
  private static final String COLUMNS = "columns";
  private static final String ROWS = "rows";

  private final Generation generation;
  private final TableModel table;
  private final ClassName entity;

  BranchWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.entity = generation.classes().entity(table);
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (RelationModel relation : generation.links().relations(table)) {
      RelationModel.Join join = relation.join();
      if (relation.kind() == RelationModel.Kind.MANY) {
        if (hasRows(relation.target(), relation.targetColumns(), relation.sourceColumns())) {
          methods.add(child(relation));
          if (!relation.single()) {
            methods.add(children(relation));
          }
        }
      } else if (join != null
          && hasRows(join.table(), join.near(), relation.sourceColumns())
          && hasRows(join.table(), join.far(), relation.targetColumns())) {
        methods.add(each(relation));
        methods.add(links(relation, join));
      }
    }
    return methods;
  }

  /** Whether rows can be inserted together with the one that a relation leads to. */
  static boolean hasInverse(RelationModel along) {
    return along.kind() == RelationModel.Kind.ONE
        && along.target().writable()
        && hasRows(along.source(), along.sourceColumns(), along.targetColumns());
  }

  /** Whether a table's rows can be written with the values of the columns that they reference. */
  private static boolean hasRows(
      TableModel table, List<ColumnModel> columns, List<ColumnModel> referenced) {
    if (!table.writable()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      ColumnModel column = columns.get(i);
      if (column.generated() || column.version() || !column.type().same(referenced.get(i).type())) {
        return false;
      }
    }
    return true;
  }

  private MethodSpec child(RelationModel relation) {
    ClassName child = generation.classes().draft(relation.target());
    return method(relation.name())
        .addJavadoc("Adds a row of $L that references this one.", label(relation.target()))
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(Function.class),
                WildcardTypeName.supertypeOf(first(relation)),
                WildcardTypeName.subtypeOf(child)),
            COLUMNS)
        .addStatement("child($L, $T::new, $N)", constant(relation), child, COLUMNS)
        .addStatement("return this")
        .build();
  }

  private MethodSpec children(RelationModel relation) {
    ClassName child = generation.classes().draft(relation.target());
    // a type variable would hide an entity of its name
    TypeVariableName element = TypeVariableName.get(table.entity().equals("T") ? "E" : "T");
    return method(relation.name())
        .addJavadoc(
            "Adds a row of $L for each element, all of which reference this one.",
            label(relation.target()))
        .addTypeVariable(element)
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(Iterable.class), WildcardTypeName.subtypeOf(element)),
            ELEMENTS)
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(BiFunction.class),
                WildcardTypeName.supertypeOf(first(relation)),
                WildcardTypeName.supertypeOf(element),
                WildcardTypeName.subtypeOf(child)),
            COLUMNS)
        .addStatement("children($L, $T::new, $N, $N)", constant(relation), child, ELEMENTS, COLUMNS)
        .addStatement("return this")
        .build();
  }

  private ClassName first(RelationModel relation) {
    TableModel child = relation.target();
    RelationModel along = generation.links().relations(child).get(relation.inverse());
    return generation.stages(child).first(along);
  }

  private MethodSpec each(RelationModel relation) {
    return method(relation.name())
        .addJavadoc("Links rows of $L, which are there already.", label(relation.target()))
        .addParameter(ArrayTypeName.of(target(relation)), ROWS)
        .varargs()
        .addStatement("return $N($T.asList($N))", relation.name(), Arrays.class, ROWS)
        .build();
  }

  private MethodSpec links(RelationModel relation, RelationModel.Join join) {
    return method(relation.name())
        .addJavadoc("Links rows of $L, which are there already.", label(relation.target()))
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(Collection.class), WildcardTypeName.subtypeOf(target(relation))),
            ROWS)
        .addStatement(
            "links($L, $T::new, $N)",
            constant(relation),
            generation.classes().draft(join.table()),
            ROWS)
        .addStatement("return this")
        .build();
  }

  private TypeName target(RelationModel relation) {
    return generation.classes().entity(relation.target());
  }

  private CodeBlock constant(RelationModel relation) {
    return CodeBlock.of("$T.$N", entity, generation.names(table).constant(relation));
  }

  private static String label(TableModel table) {
    return Doc.code(table.id().toString());
  }

  private MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .returns(generation.classes().draft(table));
  }
}
