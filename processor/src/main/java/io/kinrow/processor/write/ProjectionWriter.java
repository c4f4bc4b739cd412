package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.ProjectionModel;
import io.kinrow.processor.model.ProjectionModel.Component;
import io.kinrow.processor.model.ProjectionModel.Count;
import io.kinrow.processor.model.ProjectionModel.Join;
import io.kinrow.processor.model.ProjectionModel.Part;
import io.kinrow.processor.model.ProjectionModel.Rows;
import io.kinrow.processor.model.ProjectionModel.Select;
import io.kinrow.processor.model.ProjectionModel.Source;
import io.kinrow.processor.model.ProjectionModel.Step;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.runtime.internal.entity.Joined;
import io.kinrow.runtime.internal.entity.RecordList;
import io.kinrow.runtime.internal.entity.RecordLists;
import io.kinrow.runtime.internal.entity.RecordMapping;
import io.kinrow.runtime.internal.entity.RecordsWithLists;
import io.kinrow.runtime.internal.run.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** Writes how rows of a table become the records of a projection. */
final class ProjectionWriter {

  private final Generation generation;
  private final ProjectionModel projection;
  private final ClassName name;
  private final TypeName record;
  private final NameAllocator constants = new NameAllocator();
  private final NameAllocator nested = new NameAllocator();

  ProjectionWriter(Generation generation, ProjectionModel projection) {
    this(generation, projection, generation.classes().records(ClassName.get(projection.type())));
  }

  private ProjectionWriter(Generation generation, ProjectionModel projection, ClassName name) {
    this.generation = generation;
    this.projection = projection;
    this.name = name;
    this.record = ClassName.get(projection.type());
    constants.newName("INSTANCE");
    // a nested class must not have the name of one around it
    name.simpleNames().forEach(nested::newName);
  }

  TypeSpec.Builder write() {
    ClassName entity = generation.classes().entity(projection.root().table());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addJavadoc(
                "How rows of $L become {@link $T}.",
                Doc.code(projection.root().table().id().toString()),
                record)
            .superclass(
                ParameterizedTypeName.get(
                    ClassName.get(
                        projection.hasLists() ? RecordsWithLists.class : RecordMapping.class),
                    entity,
                    record))
            .addField(
                FieldSpec.builder(name, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                    .initializer("new $T()", name)
                    .build());
    for (Component component : projection.components()) {
      if (component instanceof Rows rows) {
        list(rows, type);
      }
    }
    return type.addMethod(constructor()).addMethod(describe()).addMethod(read());
  }

  /** The constant of a list, and the reader of its records. */
  private void list(Rows rows, TypeSpec.Builder type) {
    TypeName child = ClassName.get(rows.records().type());
    ClassName reader =
        name.nestedClass(nested.newName(rows.records().type().getSimpleName() + "Rows"));
    TypeName list =
        ParameterizedTypeName.get(
            ClassName.get(RecordList.class), entity(projection.root()), child);
    type.addField(
        FieldSpec.builder(list, constants.newName(EntityNames.constant(rows.name()), rows))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(
                "$>$>\n$L$<$<",
                Layout.call(
                    8,
                    CodeBlock.of("$T.of", RecordList.class),
                    List.of(relation(rows.relation()), CodeBlock.of("$T.INSTANCE", reader))))
            .build());
    ProjectionWriter inner = new ProjectionWriter(generation, rows.records(), reader);
    type.addType(inner.write().addModifiers(Modifier.PRIVATE, Modifier.STATIC).build());
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addStatement(
            "super($T.class, $T.INSTANCE)",
            record,
            generation.classes().mapping(projection.root().table()))
        .build();
  }

  private ClassName entity(Source source) {
    return generation.classes().entity(source.table());
  }

  /** The constant of an entity for a relation. */
  private CodeBlock relation(RelationModel relation) {
    return CodeBlock.of(
        "$T.$N",
        generation.classes().entity(relation.source()),
        generation.names(relation.source()).constant(relation));
  }

  private MethodSpec describe() {
    NameAllocator variables = new NameAllocator();
    String root = variables.newName(projection.root().name(), projection.root());
    MethodSpec.Builder method =
        MappingWriter.override(Modifier.PROTECTED, "describe", TypeName.VOID)
            .addParameter(joined(projection.root()), root);
    List<Step> steps = projection.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step instanceof Join join) {
        method.addStatement(
            "$T $N = $N.join($L)",
            joined(join.to()),
            variables.newName(join.to().name(), join.to()),
            variables.get(join.from()),
            relation(join.relation()));
      } else if (step instanceof Count count) {
        method.addStatement("$N.count($L)", variables.get(count.of()), relation(count.relation()));
      } else if (step instanceof Select first) {
        List<CodeBlock> columns = new ArrayList<>();
        columns.add(CodeBlock.of("$S", first.column().name()));
        while (i + 1 < steps.size()
            && steps.get(i + 1) instanceof Select next
            && next.of().equals(first.of())) {
          columns.add(CodeBlock.of("$S", next.column().name()));
          i++;
        }
        method.addStatement(
            "$L", Layout.filled(4, CodeBlock.of("$N.select", variables.get(first.of())), columns));
      }
    }
    for (Component component : projection.components()) {
      if (component instanceof Rows rows) {
        method.addStatement("$N.list($N)", root, constants.get(rows));
      }
    }
    return method.build();
  }

  private TypeName joined(Source source) {
    return ParameterizedTypeName.get(ClassName.get(Joined.class), entity(source));
  }

  private MethodSpec read() {
    return projection.hasLists() ? readWithLists() : readAtOnce();
  }

  private RowPartWriter parts() {
    return new RowPartWriter(
        generation,
        "row",
        mapping -> {
          throw new IllegalStateException("a projection has no entities: " + mapping);
        });
  }

  private MethodSpec readAtOnce() {
    RowPartWriter parts = parts();
    List<CodeBlock> arguments =
        projection.components().stream()
            .map(component -> parts.whole(((Part) component).row(), false))
            .toList();
    return MappingWriter.override(Modifier.PROTECTED, "read", record)
        .addParameter(Row.class, "row")
        .addException(SQLException.class)
        .addCode("return $L;\n", made(arguments))
        .build();
  }

  private CodeBlock made(List<CodeBlock> arguments) {
    return Layout.call(Construction.INDENT, CodeBlock.of("new $T", record), arguments);
  }

  /** Values are read with the row; the record is made when the lists are known. */
  private MethodSpec readWithLists() {
    RowPartWriter parts = parts();
    NameAllocator variables = new NameAllocator();
    variables.newName("row");
    variables.newName("lists");
    MethodSpec.Builder method =
        MappingWriter.override(
                Modifier.PROTECTED,
                "read",
                ParameterizedTypeName.get(ClassName.get(Supplier.class), record))
            .addParameter(Row.class, "row")
            .addParameter(RecordLists.class, "lists")
            .addException(SQLException.class);
    List<CodeBlock> arguments = new ArrayList<>();
    for (Component component : projection.components()) {
      String variable = variables.newName(component.name());
      if (component instanceof Rows rows) {
        method.addStatement("var $N = lists.of($N, row)", variable, constants.get(rows));
        arguments.add(CodeBlock.of("$N.get()", variable));
      } else {
        method.addStatement("var $N = $L", variable, parts.whole(((Part) component).row(), false));
        arguments.add(CodeBlock.of("$N", variable));
      }
    }
    return method
        .addStatement(
            "return () -> $L",
            Layout.call(
                Construction.INDENT + "() -> ".length(), CodeBlock.of("new $T", record), arguments))
        .build();
  }
}
