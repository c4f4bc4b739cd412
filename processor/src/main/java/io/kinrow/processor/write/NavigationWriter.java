package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.RelationModel.Kind;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.write.EntityNames.Internal;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.internal.entity.Relation;
import io.kinrow.runtime.internal.query.Select;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code User.POSTS}, {@code posts()}, {@code postsCount()} and {@code queryPosts()}. */
final class NavigationWriter {

  private final Generation generation;
  private final Links links;
  private final List<RelationModel> relations;
  private final EntityNames names;
  private final TypeName entity;

  NavigationWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.links = generation.links();
    this.relations = links.relations(table);
    this.names = generation.names(table);
    this.entity = generation.classes().entity(table);
  }

  List<FieldSpec> constants() {
    return relations.stream().map(this::constant).toList();
  }

  private FieldSpec constant(RelationModel relation) {
    TypeName type =
        ParameterizedTypeName.get(ClassName.get(Relation.class), entity, target(relation));
    CodeBlock factory =
        CodeBlock.of(
            "$T.$L",
            Relation.class,
            switch (relation.kind()) {
              case ONE -> "one";
              case MANY -> "many";
              case ACROSS -> "across";
            });
    return FieldSpec.builder(type, names.constant(relation))
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("The relation behind {@link #$N()}.", relation.name())
        .initializer("$>$>\n$L$<$<", Layout.lines(factory, arguments(relation)))
        .build();
  }

  private List<CodeBlock> arguments(RelationModel relation) {
    ClassName targetMapping = generation.classes().mapping(relation.target());
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$S", relation.name()));
    arguments.add(CodeBlock.of("$L", relation.ordinal()));
    arguments.add(CodeBlock.of("$T.INSTANCE", generation.classes().mapping(relation.source())));
    arguments.add(CodeBlock.of("$L", links.slot(relation.source(), relation.sourceColumns())));
    arguments.add(CodeBlock.of("() -> $T.INSTANCE", targetMapping));
    arguments.add(CodeBlock.of("$L", links.slot(relation.target(), relation.targetColumns())));
    RelationModel.Join join = relation.join();
    if (join != null) {
      arguments.add(join(join));
      arguments.add(Layout.text(generation.sql().rows(relation)));
    } else {
      if (relation.kind() == Kind.MANY) {
        arguments.add(CodeBlock.of("$L", relation.inverse()));
      }
      arguments.add(generation.afterSelect(relation.target(), generation.sql().rows(relation)));
    }
    if (relation.kind() != Kind.ONE) {
      arguments.add(Layout.text(generation.sql().counts(relation)));
    }
    return arguments;
  }

  private CodeBlock join(RelationModel.Join join) {
    return Layout.call(
        12,
        CodeBlock.of("new $T.Join", Relation.class),
        List.of(
            CodeBlock.of("() -> $T.$N", generation.classes().tables(), join.table().constant()),
            listOf(join.near()),
            listOf(join.far())));
  }

  private static CodeBlock listOf(List<ColumnModel> columns) {
    return CodeBlock.of(
        "$T.of($L)",
        List.class,
        columns.stream()
            .map(column -> CodeBlock.of("$S", column.name()))
            .collect(CodeBlock.joining(", ")));
  }

  private TypeName target(RelationModel relation) {
    return generation.classes().entity(relation.target());
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    for (RelationModel relation : relations) {
      methods.add(navigation(relation));
      if (!relation.single()) {
        methods.add(count(relation));
        methods.add(query(relation));
      }
    }
    return methods;
  }

  private MethodSpec navigation(RelationModel relation) {
    TypeName target = target(relation);
    String rows = generation.sql().rows(relation);
    String label = Doc.code(relation.target().id().toString());
    if (!relation.single()) {
      String order = relation.target().primaryKey().isEmpty() ? "." : ", by primary key.";
      String sentence = "The rows of " + label + " that belong to this one" + order;
      return method(relation, relation.name(), "list", JavaTypes.list(target), sentence, rows);
    } else if (relation.required()) {
      String sentence = "The row of " + label + " that this one refers to.";
      return method(relation, relation.name(), "one", target, sentence, rows);
    }
    String sentence =
        relation.kind() == Kind.ONE
            ? "The row of " + label + " that this one refers to, if it does."
            : "The row of " + label + " that belongs to this one, if there is one.";
    return method(
        relation, relation.name(), "optional", JavaTypes.optional(target), sentence, rows);
  }

  private MethodSpec count(RelationModel relation) {
    String sql = generation.sql().counts(relation);
    String sentence = "How many rows {@link #" + relation.name() + "()} has.";
    return method(relation, names.count(relation), "count", TypeName.LONG, sentence, sql);
  }

  private MethodSpec query(RelationModel relation) {
    TypeName type = ParameterizedTypeName.get(ClassName.get(Query.class), target(relation));
    String sentence =
        "{@link #" + relation.name() + "()} as a query, to be narrowed, ordered, paged.";
    return method(names.query(relation), type, CodeBlock.of("$L", sentence))
        .addStatement(
            "return new $T<>($N.scope(), $T.related($N, $N, this))",
            Query.class,
            names.name(Internal.KIN),
            Select.class,
            names.name(Internal.KIN),
            names.constant(relation))
        .build();
  }

  private MethodSpec method(
      RelationModel relation, String name, String call, TypeName type, String doc, String sql) {
    return method(name, type, Doc.sql(doc, sql))
        .addStatement(
            "return $N.$L($N, this, $N)",
            names.name(Internal.KIN),
            call,
            names.constant(relation),
            names.name(Internal.AT))
        .build();
  }

  private static MethodSpec.Builder method(String name, TypeName type, CodeBlock doc) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(doc)
        .returns(type);
  }
}
