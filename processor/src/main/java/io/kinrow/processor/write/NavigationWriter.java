package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.RelationModel.Kind;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.write.EntityNames.Internal;
import io.kinrow.runtime.Path;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.internal.entity.Relation;
import io.kinrow.runtime.internal.query.Select;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code User.POSTS}, {@code posts()}, {@code postsCount()} and {@code queryPosts()}. */
final class NavigationWriter {

  private final Generation generation;
  private final List<RelationModel> relations;
  private final EntityNames names;
  private final TypeName entity;

  NavigationWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.relations = generation.links().relations(table);
    this.names = generation.names(table);
    this.entity = generation.classes().entity(table);
  }

  List<FieldSpec> constants() {
    return relations.stream().map(this::constant).toList();
  }

  private FieldSpec constant(RelationModel relation) {
    TypeName type = ParameterizedTypeName.get(ClassName.get(Path.class), entity, target(relation));
    return FieldSpec.builder(type, names.constant(relation))
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("The relation behind {@link #$N()}.", relation.name())
        .initializer("$>$>\n$L$<$<", relation(relation))
        .build();
  }

  private CodeBlock relation(RelationModel relation) {
    TableModel source = relation.source();
    TableModel target = relation.target();
    ClassName sourceMapping = generation.classes().mapping(source);
    ClassName targetMapping = generation.classes().mapping(target);
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.from(", Relation.class)
            .add("$1T.INSTANCE, $1T.", sourceMapping)
            .add("$N)", generation.slots(source).of(relation.sourceColumns()))
            .add("$>$>\n.to(() -> $1T.INSTANCE, $1T.", targetMapping)
            .add("$N)", generation.slots(target).of(relation.targetColumns()))
            .add("\n.named($S)", relation.name())
            .add("\n.ordinal($L)", relation.ordinal());
    RelationModel.Join join = relation.join();
    if (join != null) {
      code.add("\n$L", through(join));
    } else if (relation.inverse() >= 0) {
      code.add("\n.inverse($L)", relation.inverse());
    }
    return code.add("\n$L$<$<", statements(relation)).build();
  }

  private CodeBlock through(RelationModel.Join join) {
    return Layout.call(
        8,
        CodeBlock.of(".through"),
        List.of(
            CodeBlock.of("() -> $T.$N", generation.classes().tables(), join.table().constant()),
            listOf(join.near()),
            listOf(join.far())));
  }

  /** The statements that the relation runs. */
  private CodeBlock statements(RelationModel relation) {
    SqlTexts sql = generation.sql();
    CodeBlock rows = generation.afterSelect(relation.target(), sql.rows(relation));
    return relation.kind() == Kind.ONE
        ? Layout.lines(CodeBlock.of(".one"), List.of(rows))
        : Layout.lines(CodeBlock.of(".many"), List.of(rows, Layout.text(sql.counts(relation))));
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
      String sentence = "Returns the rows of " + label + " that belong to this one" + order;
      return method(relation, relation.name(), "list", JavaTypes.list(target), sentence, rows);
    } else if (relation.required()) {
      String sentence = "Returns the row of " + label + " that this one references.";
      return method(relation, relation.name(), "one", target, sentence, rows);
    }
    String sentence =
        relation.kind() == Kind.ONE
            ? "Returns the row of " + label + " that this one references, if any."
            : "Returns the row of " + label + " that belongs to this one, if any.";
    return method(
        relation, relation.name(), "optional", JavaTypes.optional(target), sentence, rows);
  }

  private MethodSpec count(RelationModel relation) {
    String sql = generation.sql().counts(relation);
    String sentence = "Returns the number of rows in {@link #" + relation.name() + "()}.";
    return method(relation, names.count(relation), "count", TypeName.LONG, sentence, sql);
  }

  private MethodSpec query(RelationModel relation) {
    TypeName type = ParameterizedTypeName.get(ClassName.get(Query.class), target(relation));
    String sentence =
        "Returns {@link #" + relation.name() + "()} as a query, to narrow, order or page it.";
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
