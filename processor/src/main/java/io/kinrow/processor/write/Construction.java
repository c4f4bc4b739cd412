package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.write.EntityNames.Internal;
import io.kinrow.runtime.internal.entity.Changes;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code return new User(…)}. */
final class Construction {

  static final int INDENT = "    return ".length();

  private final TableModel table;
  private final EntityNames names;
  private final ClassName entity;

  private Construction(Generation generation, TableModel table, ClassName entity) {
    this.table = table;
    this.names = generation.names(table);
    this.entity = entity;
  }

  static Construction inEntity(Generation generation, TableModel table) {
    return new Construction(generation, table, generation.classes().entity(table));
  }

  static Construction inMapping(Generation generation, TableModel table) {
    return new Construction(generation, table, generation.classes().entityInMapping(table));
  }

  /** The entity that a variable holds, without its changes. */
  CodeBlock stored(String variable) {
    List<CodeBlock> arguments = new ArrayList<>();
    if (names.wide()) {
      arguments.add(CodeBlock.of("$N.$N", variable, names.name(Internal.VALUES)));
    } else {
      table.columns().forEach(column -> arguments.add(names.of(variable, column)));
    }
    arguments.add(CodeBlock.of("$T.NONE", Changes.class));
    arguments.add(CodeBlock.of("$N.$N", variable, names.name(Internal.KIN)));
    arguments.add(CodeBlock.of("$N.$N", variable, names.name(Internal.AT)));
    return returned(arguments);
  }

  /** The statement for given arguments. */
  CodeBlock returned(List<CodeBlock> arguments) {
    return CodeBlock.builder()
        .add("return ")
        .add(Layout.call(INDENT, CodeBlock.of("new $T", entity), arguments))
        .add(";\n")
        .build();
  }
}
