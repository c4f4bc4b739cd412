package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.kinrow.processor.model.TableModel;

/**
 * Has generated code refuse a null by its name where it comes in.
 *
 * @param mapping the mapping of the table that is named
 * @param where the method that it is given to, such as {@code withAuthor}
 */
record Required(ClassName mapping, String where) {

  static Required in(Generation generation, TableModel table, String where) {
    return new Required(generation.classes().mapping(table), where);
  }

  /** A value that is checked where it stands. */
  CodeBlock of(CodeBlock value, String name) {
    return CodeBlock.of("$T.INSTANCE.required($L,$W$S,$W$S)", mapping, value, where, name);
  }
}
