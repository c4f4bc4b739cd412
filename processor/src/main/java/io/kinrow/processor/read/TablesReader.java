package io.kinrow.processor.read;

import io.kinrow.runtime.internal.TableDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the table classes behind the constants of jOOQ's {@code Tables} class. */
final class TablesReader {

  private static final Comparator<TableClass> BY_SQL_NAME =
      Comparator.comparing(type -> type.hasFacts() ? type.id().toString() : type.constant());

  private final ProcessingEnvironment environment;

  TablesReader(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** The tables by SQL name, so that the order of the constants does not matter. */
  List<TableClass> read(TypeElement tables) {
    TypeElement table = environment.getElementUtils().getTypeElement("org.jooq.Table");
    if (table == null) {
      return List.of();
    }
    Types types = environment.getTypeUtils();
    TypeMirror erased = types.erasure(table.asType());
    return ElementFilter.fieldsIn(tables.getEnclosedElements()).stream()
        .filter(field -> field.getModifiers().contains(Modifier.STATIC))
        .filter(field -> types.isSubtype(types.erasure(field.asType()), erased))
        .flatMap(TablesReader::tableClass)
        .filter(read -> !read.hasFacts() || read.facts().kind() != TableDescription.Kind.FUNCTION)
        .sorted(BY_SQL_NAME)
        .toList();
  }

  private static Stream<TableClass> tableClass(VariableElement field) {
    Function<DeclaredType, TableClass> read =
        type -> {
          TypeElement element = (TypeElement) type.asElement();
          return new TableClass(
              element,
              field.getSimpleName().toString(),
              element.getAnnotation(TableDescription.class));
        };
    return Optional.of(field.asType())
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast)
        .map(read)
        .stream();
  }
}
