package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.write.EntityNames.Internal;
import io.kinrow.runtime.internal.entity.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes {@code return new User(…)}. */
final class Construction {

  private static final int INDENT = "    return ".length();

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

  /**
   * A copy, inside the entity, of which some columns are others.
   *
   * @param kin the kin and the place in it
   */
  CodeBlock copy(Map<ColumnModel, CodeBlock> changed, CodeBlock changes, List<CodeBlock> kin) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> arguments = new ArrayList<>();
    if (names.wide()) {
      String copy = names.name(Internal.COPY);
      ClassName values = ValuesWriter.name(entity);
      code.addStatement("$1T $2N = new $1T($3N)", values, copy, names.name(Internal.VALUES));
      changed.forEach(
          (column, value) -> code.addStatement("$N.$N = $L", copy, column.property(), value));
      arguments.add(CodeBlock.of("$N", copy));
    } else {
      for (ColumnModel column : table.columns()) {
        CodeBlock value = changed.get(column);
        arguments.add(value == null ? names.own(column) : value);
      }
    }
    arguments.add(changes);
    arguments.addAll(kin);
    return code.add(returned(arguments)).build();
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
