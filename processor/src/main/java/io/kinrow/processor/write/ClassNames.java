package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.GeneratedClasses;
import io.kinrow.processor.model.TableModel;

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

  ClassName mapping(TableModel table) {
    return inPackage(GeneratedClasses.mapping(table));
  }

  ClassName repository(TableModel table) {
    return inPackage(GeneratedClasses.repository(table));
  }

  ClassName draft(TableModel table) {
    return inPackage(GeneratedClasses.draft(table));
  }

  ClassName stages(TableModel table) {
    return inPackage(GeneratedClasses.stages(table));
  }

  ClassName key(TableModel table) {
    return inPackage(GeneratedClasses.key(table));
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
