package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.entity.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jooq.exception.NoDataFoundException;

/**
 * Writes {@code findByNickname}, {@code getByNickname}, {@code listByUserId}, {@code listByAuthor},
 * {@code upsertBy…}.
 */
final class FinderWriter {

  private final Generation generation;
  private final TableModel table;
  private final ClassName entity;
  private final TypeName columnsFunction;
  private final NameAllocator methods = new NameAllocator();
  private final NameAllocator constants = new NameAllocator();
  private final List<FieldSpec> lookups = new ArrayList<>();
  private final List<MethodSpec> finders = new ArrayList<>();

  FinderWriter(Generation generation, TableModel table, TypeName columnsFunction) {
    this.generation = generation;
    this.table = table;
    this.entity = generation.classes().entity(table);
    this.columnsFunction = columnsFunction;
    constants.newName("SQL");
    for (Finder finder : Finder.of(table)) {
      write(finder);
    }
  }

  List<FieldSpec> constants() {
    return lookups;
  }

  List<MethodSpec> methods() {
    return finders;
  }

  private void write(Finder finder) {
    String suffix = suffix(finder.columns());
    String constant = constants.newName(EntityNames.constant("By" + suffix));
    String method = methods.newName((finder.unique() ? "findBy" : "listBy") + suffix);
    lookups.add(lookup(finder, constant));
    finders.add(
        byColumns(
            finder(finder, method).addJavadoc(found(finder)),
            finder,
            finder.unique() ? "find" : "list",
            constant));
    if (finder.unique()) {
      finders.add(get(finder, methods.newName("getBy" + suffix), constant));
    }
    generation.links().relations(table).stream()
        .filter(relation -> relation.kind() == RelationModel.Kind.ONE)
        .filter(relation -> relation.sourceColumns().equals(finder.columns()))
        .filter(RelationModel::sameTypes)
        .forEach(relation -> finders.add(byEntity(finder, relation, method)));
    if (finder.unique()
        && table.writable()
        && finder.columns().stream().noneMatch(each -> each.generated() || each.version())) {
      finders.add(upsert(finder, methods.newName("upsertBy" + suffix)));
      finders.add(getOrInsert(finder, methods.newName("getOrInsertBy" + suffix), constant));
    }
  }

  private static String suffix(List<ColumnModel> columns) {
    return columns.stream()
        .map(column -> EntityNames.capitalised(column.property()))
        .collect(Collectors.joining("And"));
  }

  private String sql(Finder finder) {
    return finder.unique()
        ? generation.sql().one(table, finder.columns())
        : generation.sql().many(table, finder.columns());
  }

  private FieldSpec lookup(Finder finder, String name) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$T.INSTANCE", generation.classes().mapping(table)));
    arguments.add(generation.lookup(table, finder.columns(), sql(finder)));
    finder.columns().forEach(column -> arguments.add(CodeBlock.of("$L", column.position())));
    CodeBlock factory = CodeBlock.of("$T.$L", Lookup.class, finder.unique() ? "one" : "many");
    return FieldSpec.builder(ParameterizedTypeName.get(ClassName.get(Lookup.class), entity), name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$>$>\n$L$<$<", Layout.lines(factory, arguments))
        .build();
  }

  private String order() {
    return table.primaryKey().isEmpty() ? "." : ", by primary key.";
  }

  private MethodSpec.Builder finder(Finder finder, String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .returns(finder.unique() ? JavaTypes.optional(entity) : JavaTypes.list(entity));
  }

  private CodeBlock found(Finder finder) {
    return Doc.sql(
        finder.unique()
            ? "Returns the row with these unique values, if there is one."
            : "Returns the rows with these values" + order(),
        sql(finder));
  }

  private MethodSpec get(Finder finder, String name, String constant) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "Returns the row with these unique values.\n\n@throws $T if there is none",
                NoDataFoundException.class)
            .returns(entity);
    return byColumns(method, finder, "get", constant);
  }

  private static MethodSpec byColumns(
      MethodSpec.Builder method, Finder finder, String call, String constant) {
    List<CodeBlock> values = new ArrayList<>();
    for (ColumnModel column : finder.columns()) {
      method.addParameter(
          ParameterSpec.builder(JavaTypes.present(column), column.property()).build());
      boolean spread = column.type().kind() == Kind.ARRAY && finder.columns().size() == 1;
      values.add(
          spread
              ? CodeBlock.of("($T) $N", ClassName.OBJECT, column.property())
              : CodeBlock.of("$N", column.property()));
    }
    return method
        .addStatement("return $L($N, $L)", call, constant, CodeBlock.join(values, ", "))
        .build();
  }

  private MethodSpec byEntity(Finder finder, RelationModel relation, String byColumns) {
    String name =
        methods.newName(
            (finder.unique() ? "findBy" : "listBy") + EntityNames.capitalised(relation.name()));
    List<CodeBlock> values = new ArrayList<>();
    Required required = Required.in(generation, table, name);
    CodeBlock checked = CopyWriter.checked(relation, required);
    boolean single = relation.targetColumns().size() == 1;
    CodeBlock of = single ? checked : CodeBlock.of("$N", relation.name());
    for (ColumnModel column : relation.targetColumns()) {
      CodeBlock value = generation.names(relation.target()).of(of, column);
      values.add(
          column.nullable()
              ? required.of(value, relation.name() + "." + column.property())
              : value);
    }
    String which = Doc.code(relation.target().id().toString());
    MethodSpec.Builder method =
        finder(finder, name)
            .addJavadoc(
                finder.unique()
                    ? "Returns the row that references this one of $L, if there is one."
                    : "Returns the rows that reference this one of $L" + order(),
                which)
            .addParameter(generation.classes().entity(relation.target()), relation.name());
    if (!single) {
      method.addStatement(checked);
    }
    return method.addStatement("return $N($L)", byColumns, CodeBlock.join(values, ", ")).build();
  }

  private MethodSpec upsert(Finder finder, String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            "Inserts a row, or updates the given columns of the row that has the same\n$L.",
            columns(finder))
        .returns(entity)
        .addParameter(columnsFunction, "columns")
        .addStatement("return upsert(columns, $L)", positions(finder))
        .build();
  }

  private MethodSpec getOrInsert(Finder finder, String name, String constant) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            "Returns the row that has the same $L, or inserts one: see\n{@link #getOrInsert}.",
            columns(finder))
        .returns(entity)
        .addParameter(columnsFunction, "columns")
        .addStatement("return getOrInsert($N, columns, $L)", constant, positions(finder))
        .build();
  }

  private static String columns(Finder finder) {
    return finder.columns().stream()
        .map(column -> Doc.code(column.name()))
        .collect(Collectors.joining(", "));
  }

  private static String positions(Finder finder) {
    return finder.columns().stream()
        .map(column -> String.valueOf(column.position()))
        .collect(Collectors.joining(", "));
  }
}
