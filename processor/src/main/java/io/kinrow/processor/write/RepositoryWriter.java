package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.ReadRepository;
import io.kinrow.runtime.Repository;
import io.kinrow.runtime.internal.entity.ReadSql;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.sql.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes {@code UserRepository}. */
final class RepositoryWriter {

  private final Generation generation;
  private final TableModel table;
  private final ClassName entity;
  private final ClassName repository;

  RepositoryWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.entity = generation.classes().entity(table);
    this.repository = generation.classes().repository(table);
  }

  TypeSpec.Builder write() {
    FinderWriter finders = new FinderWriter(generation, table, columnsFunction());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(repository)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("$L", doc())
            .superclass(superclass())
            .avoidClashesWithNestedClasses(Repository.class)
            .addField(sql());
    finders.constants().forEach(type::addField);
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addParameter(Scope.class, "scope")
            .addStatement("super(scope, SQL)")
            .build());
    finders.methods().forEach(type::addMethod);
    if (table.writable()) {
      table
          .singleKey()
          .ifPresent(
              key ->
                  PrimitiveKeys.methods(table, entity, generation.classes().update(table), key)
                      .forEach(type::addMethod));
      List<String> taken = finders.methods().stream().map(MethodSpec::name).toList();
      new LinkWriter(generation, table, taken).methods().forEach(type::addMethod);
      type.addMethod(build()).addMethod(buildUpdate()).addMethod(keyPart());
      generation.stages(table).types().forEach(type::addType);
    }
    return type;
  }

  private CodeBlock doc() {
    String label = Doc.code(table.id().toString());
    String sentence =
        table.writable()
            ? "The rows of " + label + ". Immutable and thread-safe."
            : table.view()
                ? "Reads the rows of the view " + label + ". Immutable and thread-safe."
                : "Reads the rows of "
                    + label
                    + ". Without a primary key, they cannot be written.\n"
                    + "Immutable and thread-safe.";
    return CodeBlock.of("$L", sentence);
  }

  private TypeName superclass() {
    return table.writable()
        ? ParameterizedTypeName.get(
            ClassName.get(Repository.class),
            entity,
            KeyWriter.type(generation, table),
            generation.stages(table).first(),
            generation.classes().draft(table),
            generation.classes().update(table))
        : ParameterizedTypeName.get(ClassName.get(ReadRepository.class), entity);
  }

  private FieldSpec sql() {
    ClassName mapping = generation.classes().mapping(table);
    ClassName type = ClassName.get(table.writable() ? TableSql.class : ReadSql.class);
    SqlTexts sql = generation.sql();
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$T.INSTANCE", mapping));
    arguments.add(generation.afterSelect(table, sql.all(table)));
    arguments.add(Layout.text(sql.count(table)));
    if (table.writable()) {
      arguments.add(
          generation.lookup(table, table.primaryKey(), sql.one(table, table.primaryKey())));
      arguments.add(Layout.text(SqlTexts.isKnown(table.primaryKey()) ? sql.delete(table) : ""));
    }
    return FieldSpec.builder(ParameterizedTypeName.get(type, entity), "SQL")
        .addModifiers(sqlModifiers())
        .initializer("$>$>\n$L$<$<", Layout.lines(CodeBlock.of("new $T<>", type), arguments))
        .build();
  }

  /** Drafts name it too. */
  private Modifier[] sqlModifiers() {
    return table.writable()
        ? new Modifier[] {Modifier.STATIC, Modifier.FINAL}
        : new Modifier[] {Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL};
  }

  /** The type of what users write as {@code u -> u.nickname("susan")}. */
  private TypeName columnsFunction() {
    return ParameterizedTypeName.get(
        ClassName.get(Function.class),
        WildcardTypeName.supertypeOf(generation.stages(table).first()),
        WildcardTypeName.subtypeOf(generation.classes().draft(table)));
  }

  private static MethodSpec.Builder override(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(type);
  }

  private MethodSpec build() {
    ClassName draft = generation.classes().draft(table);
    return override("build", draft)
        .addParameter(columnsFunction(), "columns")
        .addStatement("return columns.apply(new $T())", draft)
        .build();
  }

  private MethodSpec buildUpdate() {
    ClassName update = generation.classes().update(table);
    return override("buildUpdate", update)
        .addParameter(PrimitiveKeys.columns(update), "columns")
        .addStatement("$1T update = new $1T()", update)
        .addStatement("columns.accept(update)")
        .addStatement("return update")
        .build();
  }

  private MethodSpec keyPart() {
    MethodSpec.Builder method =
        override("keyPart", ClassName.OBJECT)
            .addParameter(KeyWriter.type(generation, table), "key")
            .addParameter(TypeName.INT, "part");
    if (!table.compositeKey()) {
      return method.addStatement("return key").build();
    }
    method.beginControlFlow("return switch (part)");
    int part = 0;
    for (ColumnModel column : table.primaryKey()) {
      method.addStatement("case $L -> key.$N()", part++, column.property());
    }
    return method
        .addStatement("default -> throw new $T(part)", IndexOutOfBoundsException.class)
        .addCode("$<};\n")
        .build();
  }
}
