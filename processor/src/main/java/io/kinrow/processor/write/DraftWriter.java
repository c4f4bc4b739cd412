package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.write.Draft;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code UserDraft} with what is nested in it. */
final class DraftWriter {

  private final Generation generation;
  private final TableModel table;
  private final ClassName draft;
  private final Stages stages;

  DraftWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.draft = generation.classes().draft(table);
    this.stages = generation.stages(table);
  }

  TypeSpec.Builder write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(draft)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                "A row of $L to be inserted. Not thread-safe.", Doc.code(table.id().toString()))
            .superclass(Draft.class)
            .addSuperinterfaces(stages.names())
            .avoidClashesWithNestedClasses(Draft.class)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addStatement("super($T.SQL)", generation.classes().repository(table))
                    .build());
    Setters setters = new Setters(generation, table, draft, "a new row");
    Set<RelationModel> staged = stages.relations();
    List<ColumnModel> required = stages.columns();
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
    new BranchWriter(generation, table).methods().forEach(type::addMethod);
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
