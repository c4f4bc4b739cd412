package io.kinrow.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.run.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what a mapping knows of its slots. */
final class SlotWriter {

  private final Generation generation;
  private final TableModel table;
  private final List<List<ColumnModel>> slots;

  SlotWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.slots = generation.links().slots(table);
  }

  List<MethodSpec> methods() {
    return List.of(readSlot(), slotTypes());
  }

  private MethodSpec readSlot() {
    MethodSpec.Builder method =
        MappingWriter.override(Modifier.PROTECTED, "readSlot", ClassName.OBJECT)
            .addParameter(Row.class, "row")
            .addParameter(TypeName.INT, "slot")
            .addParameter(TypeName.INT, "position")
            .addException(SQLException.class);
    return bySlot(method, slots.stream().map(this::read).toList());
  }

  private CodeBlock read(List<ColumnModel> slot) {
    List<CodeBlock> parts = new ArrayList<>();
    for (ColumnModel column : slot) {
      CodeBlock position =
          parts.isEmpty() ? CodeBlock.of("position") : CodeBlock.of("position + $L", parts.size());
      // rows that were found by a key have no NULL in it
      parts.add(RowReaderWriter.value(generation, table, column.present(), position));
    }
    return parts.size() == 1
        ? parts.get(0)
        : CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(parts, ", "));
  }

  private MethodSpec slotTypes() {
    TypeName any =
        ParameterizedTypeName.get(
            ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));
    MethodSpec.Builder method =
        MappingWriter.override("slotTypes", ArrayTypeName.of(any))
            .addParameter(TypeName.INT, "slot");
    return bySlot(
        method,
        slots.stream()
            .map(
                slot ->
                    CodeBlock.of(
                        "new $T[] {$L}",
                        any,
                        slot.stream().map(JavaTypes::literal).collect(CodeBlock.joining(", "))))
            .toList());
  }

  private MethodSpec bySlot(MethodSpec.Builder method, List<CodeBlock> values) {
    CodeBlock unknown = CodeBlock.of("throw new $T(slot)", IndexOutOfBoundsException.class);
    if (values.isEmpty()) {
      return method.addStatement(unknown).build();
    }
    method.beginControlFlow("return switch (slot)");
    for (int slot = 0; slot < values.size(); slot++) {
      String constant = generation.slots(table).of(slots.get(slot));
      method.addStatement("case $N -> $L", constant, values.get(slot));
    }
    return method.addStatement("default -> $L", unknown).addCode("$<};\n").build();
  }
}
