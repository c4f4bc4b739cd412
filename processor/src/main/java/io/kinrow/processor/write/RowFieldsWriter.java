package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.QueriesModel;
import io.kinrow.processor.model.RowField;
import io.kinrow.processor.model.RowFieldsModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes the fields that stand for the columns of records in conditions and orders. */
final class RowFieldsWriter {

  private static final int INDENT = 8;

  private final Generation generation;
  private final QueriesModel queries;
  private final ClassName name;
  private final boolean isPublic;

  RowFieldsWriter(Generation generation, QueriesModel queries) {
    this.generation = generation;
    this.queries = queries;
    this.name = generation.classes().fields(ClassName.get(queries.type()));
    this.isPublic = queries.type().getModifiers().contains(Modifier.PUBLIC);
  }

  TypeSpec.Builder write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addJavadoc(
                "The columns that queries of {@link $T} can be narrowed and ordered by.",
                queries.type())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (isPublic) {
      type.addModifiers(Modifier.PUBLIC);
    }
    queries.fields().forEach(record -> type.addType(record(record)));
    return type;
  }

  private TypeSpec record(RowFieldsModel record) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(
                generation.classes().fields(ClassName.get(queries.type()), record.type()))
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The columns of {@link $T}.", record.type())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (isPublic) {
      type.addModifiers(Modifier.PUBLIC);
    }
    Map<String, String> names = constants(record);
    for (RowField field : record.fields()) {
      type.addField(
          FieldSpec.builder(
                  ParameterizedTypeName.get(ClassName.get(Field.class), type(field)),
                  names.get(field.name()))
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
              .addJavadoc("The column of {@code $L}.", field.name())
              .initializer("$>$>\n$L$<$<", initializer(record, field))
              .build());
    }
    return type.build();
  }

  private CodeBlock initializer(RowFieldsModel record, RowField field) {
    return Layout.call(
        INDENT,
        CodeBlock.of("$T.field", DSL.class),
        List.of(
            CodeBlock.of("$T.quotedName($S, $S)", DSL.class, record.alias(), field.name()),
            dataType(field)));
  }

  /** {@code author.nickname} gives {@code AUTHOR_NICKNAME}. */
  static Map<String, String> constants(RowFieldsModel record) {
    NameAllocator allocator = new NameAllocator();
    Map<String, String> names = new HashMap<>();
    record
        .fields()
        .forEach(
            field ->
                names.put(field.name(), allocator.newName(QueriesWriter.constant(field.name()))));
    return names;
  }

  private static TypeName type(RowField field) {
    return field.origin().isEmpty() && RowField.isOther(field.type())
        ? ClassName.get(Object.class)
        : TypeName.get(field.type().mirror());
  }

  private CodeBlock dataType(RowField field) {
    CodeBlock type =
        field
            .origin()
            .map(of -> CodeBlock.of("$L.getDataType()", generation.field(of)))
            .orElseGet(() -> CodeBlock.of("$T.$L", SQLDataType.class, plain(field.type().kind())));
    return CodeBlock.of("$L.nullable($L)", type, !field.notNull());
  }

  private static String plain(Kind kind) {
    return switch (kind) {
      case LONG -> "BIGINT";
      case INT -> "INTEGER";
      case SHORT -> "SMALLINT";
      case BYTE -> "TINYINT";
      case DOUBLE -> "DOUBLE";
      case FLOAT -> "REAL";
      case BOOLEAN -> "BOOLEAN";
      case STRING -> "VARCHAR";
      case BYTES -> "BLOB";
      case DECIMAL -> "DECIMAL";
      case DATE_TIME -> "LOCALDATETIME";
      case DATE -> "LOCALDATE";
      case TIME -> "LOCALTIME";
      case OFFSET_DATE_TIME -> "OFFSETDATETIME";
      case ARRAY, OTHER -> "OTHER";
    };
  }
}
