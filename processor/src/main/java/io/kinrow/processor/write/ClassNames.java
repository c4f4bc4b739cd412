package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.GeneratedClasses;
import io.kinrow.processor.model.QueryFileModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.entity.EntityMapping;
import java.util.Arrays;
import javax.lang.model.element.TypeElement;

/** The generated classes. */
final class ClassNames {

  private final DatabaseModel database;

  ClassNames(DatabaseModel database) {
    this.database = database;
  }

  private ClassName inPackage(String simpleName) {
    return ClassName.get(database.packageName(), simpleName);
  }

  ClassName database() {
    return inPackage(database.name());
  }

  /** jOOQ's. */
  ClassName tables() {
    return ClassName.get(database.tablesClass());
  }

  ClassName entity(TableModel table) {
    return inPackage(table.entity());
  }

  /**
   * The entity as its mapping names it. A mapping inherits classes that are nested in the
   * runtime's; an entity of the same name is written with its package, which is what JavaPoet does
   * with a class that has none.
   */
  ClassName entityInMapping(TableModel table) {
    boolean hidden =
        Arrays.stream(EntityMapping.class.getClasses())
            .anyMatch(nested -> nested.getSimpleName().equals(table.entity()));
    return hidden
        ? ClassName.get("", database.packageName() + "." + table.entity())
        : entity(table);
  }

  ClassName mapping(TableModel table) {
    return entity(table).nestedClass(GeneratedClasses.mapping(table));
  }

  ClassName repository(TableModel table) {
    return inPackage(GeneratedClasses.repository(table));
  }

  ClassName draft(TableModel table) {
    return inPackage(GeneratedClasses.draft(table));
  }

  ClassName update(TableModel table) {
    return draft(table).nestedClass(GeneratedClasses.UPDATE);
  }

  ClassName key(TableModel table) {
    return entity(table).nestedClass(GeneratedClasses.key(table));
  }

  /** The implementation of an interface of declared queries. */
  ClassName queries(ClassName type) {
    return inPackage(String.join("_", type.simpleNames()) + "Sql");
  }

  /** The reader of a projection. */
  ClassName records(ClassName type) {
    return inPackage(String.join("_", type.simpleNames()) + "Rows");
  }

  /** The list of all projections. */
  ClassName projections() {
    return inPackage(database.name() + "Projections");
  }

  /** The fields of the records of an interface of declared queries. */
  ClassName fields(ClassName type) {
    return inPackage(String.join("_", type.simpleNames()) + "Fields");
  }

  /** The fields of one record. */
  ClassName fields(ClassName type, TypeElement record) {
    return fields(type).nestedClass(record.getSimpleName() + "Fields");
  }

  /** The interface of a file of named queries. */
  ClassName ofFile(QueryFileModel file) {
    return inPackage(file.name());
  }

  /** {@code User} gives {@code user}. */
  static String decapitalised(String name) {
    int first = name.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toLowerCase(first))
        .append(name.substring(Character.charCount(first)))
        .toString();
  }
}
