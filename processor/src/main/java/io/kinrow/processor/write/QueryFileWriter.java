package io.kinrow.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import io.kinrow.processor.model.QueryFileModel;
import io.kinrow.processor.model.QueryFileModel.Component;
import io.kinrow.processor.model.QueryFileModel.Entity;
import io.kinrow.processor.model.QueryFileModel.Generated;
import io.kinrow.processor.model.QueryFileModel.Method;
import io.kinrow.processor.model.QueryFileModel.Parameter;
import io.kinrow.processor.model.QueryFileModel.Row;
import io.kinrow.processor.model.QueryFileModel.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the interface of a file of named queries, which is then implemented as any other. */
final class QueryFileWriter {

  private final Generation generation;
  private final QueryFileModel file;
  private final ClassName name;

  QueryFileWriter(Generation generation, QueryFileModel file) {
    this.generation = generation;
    this.file = file;
    this.name = generation.classes().ofFile(file);
  }

  TypeSpec.Builder write() {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addAnnotation(Queries.class)
            .addJavadoc("Named queries.");
    for (Method method : file.methods()) {
      type.addMethod(method(method));
      method.records().forEach(row -> type.addType(record(name, row)));
    }
    return type;
  }

  private MethodSpec method(Method method) {
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.name())
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .addAnnotation(
                AnnotationSpec.builder(Sql.class).addMember("value", "$S", method.text()).build())
            .returns(returned(method));
    if (!method.doc().isEmpty()) {
      spec.addJavadoc("$L", Doc.text(method.doc()));
    }
    method.parameters().forEach(parameter -> spec.addParameter(parameter(parameter)));
    return spec.build();
  }

  private TypeName returned(Method method) {
    if (method.row().isEmpty()) {
      return TypeName.INT;
    }
    Row row = method.row().get();
    return switch (method.result()) {
      case ONE -> type(name, row);
      case OPTIONAL -> of(Optional.class, present(name, row));
      case STREAM -> of(Stream.class, element(row));
      default -> of(List.class, element(row));
    };
  }

  private static TypeName of(Class<?> type, TypeName argument) {
    return ParameterizedTypeName.get(ClassName.get(type), argument);
  }

  private TypeName element(Row row) {
    TypeName type = type(name, row);
    return type.isPrimitive() ? type.box() : type;
  }

  private ParameterSpec parameter(Parameter parameter) {
    TypeName type = present(name, parameter.type());
    TypeName whole = parameter.list() ? of(Collection.class, type) : type;
    TypeName used =
        parameter.optional()
            ? of(Optional.class, whole)
            : parameter.nullable() ? JavaTypes.nullable(whole) : plain(whole);
    return ParameterSpec.builder(used, parameter.name()).build();
  }

  private static TypeName plain(TypeName type) {
    return type.isBoxedPrimitive() ? type.unbox() : type;
  }

  /** As a type argument, without a mark for NULL. */
  private TypeName present(ClassName around, Row row) {
    if (row instanceof Value value) {
      return TypeName.get(value.type());
    } else if (row instanceof Entity entity) {
      return generation.classes().entity(entity.table());
    }
    return around.nestedClass(((Generated) row).name());
  }

  private TypeName type(ClassName around, Row row) {
    TypeName type = present(around, row);
    if (row instanceof Value value) {
      return value.nullable() ? JavaTypes.nullable(type) : plain(type);
    } else if (row instanceof Generated generated && generated.absent()) {
      return of(Optional.class, type);
    }
    return type;
  }

  private TypeSpec record(ClassName around, Generated row) {
    ClassName type = around.nestedClass(row.name());
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    TypeSpec.Builder record =
        TypeSpec.recordBuilder(row.name())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("A row.");
    for (Component component : row.components()) {
      components.addParameter(type(type, component.row()), component.name());
      if (component.row() instanceof Generated inside) {
        record.addType(record(type, inside));
      }
    }
    return record.recordConstructor(components.build()).build();
  }
}
