package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ColumnOfTable;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.QueriesModel;
import io.kinrow.processor.model.QueryMethod;
import io.kinrow.processor.model.QueryMethod.BoundValue;
import io.kinrow.processor.model.QueryMethod.Result;
import io.kinrow.processor.model.RowField;
import io.kinrow.processor.model.RowFieldsModel;
import io.kinrow.processor.model.RowPart;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.Query;
import io.kinrow.runtime.internal.declared.DeclaredBlocks;
import io.kinrow.runtime.internal.declared.DeclaredSql;
import io.kinrow.runtime.internal.sql.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Writes the implementation of an interface of declared queries. */
final class QueriesWriter {

  private static final int INDENT = 4;

  private final Generation generation;
  private final QueriesModel queries;
  private final NameAllocator constants = new NameAllocator();

  QueriesWriter(Generation generation, QueriesModel queries) {
    this.generation = generation;
    this.queries = queries;
  }

  TypeSpec.Builder write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(generation.classes().queries(ClassName.get(queries.type())))
            .addModifiers(Modifier.FINAL)
            .addJavadoc("The statements of {@link $T}. Immutable and thread-safe.", queries.type())
            .addSuperinterface(TypeName.get(queries.type().asType()));
    for (QueryMethod method : queries.methods()) {
      String name = method.element().getSimpleName().toString();
      type.addField(statement(name, method, method.facts(), method.values()));
      method.row().ifPresent(row -> children(name, row, type));
    }
    type.addField(Scope.class, "scope", Modifier.PRIVATE, Modifier.FINAL);
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addParameter(Scope.class, "scope")
            .addStatement("this.scope = scope")
            .build());
    queries.methods().forEach(method -> type.addMethod(method(method)));
    return type;
  }

  /** {@code byName} gives {@code BY_NAME}. */
  static String constant(String method) {
    return method
        .replace('.', '_')
        .replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", "_")
        .toUpperCase(Locale.ROOT);
  }

  /** The statements of the lists in a row. */
  private void children(String name, RowPart row, TypeSpec.Builder type) {
    if (row instanceof RowPart.Components record) {
      for (RowPart part : record.parts()) {
        if (part instanceof RowPart.Children list) {
          String inner = name + "." + list.name();
          type.addField(statement(inner, list, list.facts(), list.values()));
          children(inner, list.child(), type);
        } else {
          children(name, part, type);
        }
      }
    }
  }

  /**
   * The constant of a statement.
   *
   * @param of what the statement is of, to find the constant's name by
   */
  private FieldSpec statement(
      String name, Object of, StatementFacts facts, List<BoundValue> values) {
    constants.newName(constant(name), of);
    List<CodeBlock> labels =
        facts.columns().stream().map(column -> CodeBlock.of("$S", column.label())).toList();
    List<CodeBlock> arguments =
        new ArrayList<>(
            List.of(
                CodeBlock.of("$S", generation.dialect()),
                CodeBlock.of("$S", queries.type().getSimpleName() + "." + name),
                facts.sql().indexOf('\n') < 0
                    ? Layout.text(facts.sql())
                    : CodeBlock.of("$S", facts.sql()),
                CodeBlock.of("$L", facts.writes()),
                Layout.filled(10, CodeBlock.of("$T.of", List.class), labels)));
    Class<?> kind = DeclaredSql.class;
    if (!facts.blocks().isEmpty()) {
      kind = DeclaredBlocks.class;
      arguments.add(
          Layout.filled(
              10, CodeBlock.of("$T.of", List.class), BinderWriter.deciding(facts, values)));
      facts.blocks().forEach(block -> arguments.add(block(facts, block)));
    }
    return FieldSpec.builder(kind, constants.get(of))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$>$>\n$L$<$<", Layout.lines(CodeBlock.of("new $T", kind), arguments))
        .build();
  }

  private static CodeBlock block(StatementFacts facts, StatementFacts.Block block) {
    return CodeBlock.of(
        "new $T($L, $L, $L)",
        DeclaredBlocks.Block.class,
        block.start(),
        block.end(),
        block.parameters().stream()
            .map(parameter -> CodeBlock.of("$L", facts.deciding().indexOf(parameter)))
            .collect(CodeBlock.joining(", ")));
  }

  private MethodSpec method(QueryMethod method) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.element().getSimpleName().toString())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(returned(method));
    for (VariableElement parameter : method.element().getParameters()) {
      spec.addParameter(parameter(method, parameter));
    }
    return spec.addCode(body(method)).build();
  }

  private static TypeName returned(QueryMethod method) {
    TypeName type = TypeName.get(method.element().getReturnType());
    boolean nullable =
        method.result() == Result.ONE
            && method.row().filter(row -> row.presence() == Presence.NULLABLE).isPresent();
    return nullable ? JavaTypes.nullable(type) : type;
  }

  private static ParameterSpec parameter(QueryMethod method, VariableElement parameter) {
    String name = parameter.getSimpleName().toString();
    TypeName type = TypeName.get(parameter.asType());
    boolean nullable =
        method.values().stream()
            .anyMatch(
                value ->
                    value.parameter().equals(name)
                        && value.component() == null
                        && value.presence() == Presence.NULLABLE);
    return ParameterSpec.builder(nullable ? JavaTypes.nullable(type) : type, name).build();
  }

  private CodeBlock body(QueryMethod method) {
    QueryVariables names = QueryVariables.of(method);
    CodeBlock statement = CodeBlock.of("$N", constants.get(method));
    if (method.facts().blocks().isEmpty()) {
      return body(method, names, statement);
    }
    return CodeBlock.builder()
        .addStatement(
            "$T $N = $L",
            DeclaredSql.class,
            names.sql(),
            new BinderWriter(generation, names, statement)
                .chosen(statement, method.facts(), method.values()))
        .add(body(method, names, CodeBlock.of("$N", names.sql())))
        .build();
  }

  private CodeBlock body(QueryMethod method, QueryVariables names, CodeBlock statement) {
    CodeBlock binder = new BinderWriter(generation, names, statement).write(method);
    String call =
        switch (method.result()) {
          case ONE -> "one";
          case OPTIONAL -> "optional";
          case LIST -> "list";
          case STREAM -> "stream";
          case QUERY -> "select";
          case COUNT -> "change";
          case COUNTS, NOTHING -> method.batch() == null ? "change" : "changeEach";
        };
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of(names.scope()));
    if (method.batch() != null) {
      arguments.add(CodeBlock.of("$1L.required($2N, $2S)", statement, method.batch()));
    }
    arguments.add(binder);
    if (!method.fields().isEmpty()) {
      return records(method, names, statement, binder);
    }
    if (method.result() == Result.QUERY) {
      RowPart.Entity entity = (RowPart.Entity) method.row().orElseThrow();
      arguments.add(CodeBlock.of("$T.INSTANCE", generation.classes().mapping(entity.table())));
      arguments.add(CodeBlock.of("$T.of($L)", List.class, keyLabels(method.facts(), entity)));
      CodeBlock select = Layout.lines(CodeBlock.of("$L.$L", statement, call), arguments);
      return CodeBlock.of("return new $T<>($L, $L);\n", Query.class, names.scope(), select);
    }
    method
        .row()
        .ifPresent(
            row ->
                arguments.add(
                    new RowsWriter(generation, constants)
                        .write(row, method.result() == Result.OPTIONAL, names)));
    boolean nothing = method.result() == Result.NOTHING;
    return CodeBlock.builder()
        .add(nothing ? "" : "return ")
        .add(
            Layout.call(
                INDENT + (nothing ? 0 : "return ".length()),
                CodeBlock.of("$L.$L", statement, call),
                arguments))
        .add(";\n")
        .build();
  }

  /** A query for records. */
  private CodeBlock records(
      QueryMethod method, QueryVariables names, CodeBlock statement, CodeBlock binder) {
    RowPart.Components record = (RowPart.Components) method.row().orElseThrow();
    RowFieldsModel fields =
        queries.fields().stream()
            .filter(all -> all.type().equals(record.type()))
            .findFirst()
            .orElseThrow();
    Map<String, String> constants = RowFieldsWriter.constants(fields);
    ClassName type = generation.classes().fields(ClassName.get(queries.type()), record.type());
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of(names.scope()));
    arguments.add(binder);
    arguments.add(new RowsWriter(generation, this.constants).write(record, false, names));
    arguments.add(CodeBlock.of("$S", fields.alias()));
    arguments.add(
        keyPositions(method.fields()).stream()
            .map(position -> CodeBlock.of("$L", position))
            .collect(CodeBlock.joining(", ", "new int[] {", "}")));
    for (RowField field : method.fields()) {
      arguments.add(CodeBlock.of("$T.$N", type, constants.get(field.name())));
    }
    CodeBlock rows = Layout.lines(CodeBlock.of("$L.rows", statement), arguments);
    return CodeBlock.of("return new $T<>($L, $L);\n", Query.class, names.scope(), rows);
  }

  /** The places of the primary keys that are there as a whole. */
  private static List<Integer> keyPositions(List<RowField> fields) {
    List<Integer> positions = new ArrayList<>();
    Set<TableModel> tables = new LinkedHashSet<>();
    fields.forEach(field -> field.origin().ifPresent(of -> tables.add(of.table())));
    for (TableModel table : tables) {
      List<Integer> ofTable = new ArrayList<>();
      for (ColumnModel column : table.primaryKey()) {
        for (int i = 0; i < fields.size(); i++) {
          if (fields.get(i).origin().filter(of -> is(of, table, column)).isPresent()) {
            ofTable.add(i);
          }
        }
      }
      Set<ColumnModel> there = new LinkedHashSet<>();
      ofTable.forEach(i -> there.add(fields.get(i).origin().orElseThrow().column()));
      if (there.size() == table.primaryKey().size()) {
        positions.addAll(ofTable);
      }
    }
    return positions;
  }

  private static boolean is(ColumnOfTable of, TableModel table, ColumnModel column) {
    return of.table().equals(table) && of.column().equals(column);
  }

  /** The labels of the primary key's columns, in the key's order. */
  private static CodeBlock keyLabels(StatementFacts facts, RowPart.Entity entity) {
    return entity.table().primaryKey().stream()
        .map(column -> facts.columns().get(entity.first() - 1 + column.position()).label())
        .map(label -> CodeBlock.of("$S", label))
        .collect(CodeBlock.joining(", "));
  }
}
