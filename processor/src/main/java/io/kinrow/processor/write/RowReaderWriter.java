package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ColumnOfTable;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.run.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the method that reads a row by position. */
final class RowReaderWriter {

  private final Generation generation;
  private final TableModel table;
  private final EntityNames names;
  private final NameAllocator variables = new NameAllocator();
  private final Map<ColumnModel, CodeBlock> values = new HashMap<>();

  RowReaderWriter(Generation generation, TableModel table) {
    this.generation = generation;
    this.table = table;
    this.names = generation.names(table);
    List.of("row", "kin", "at", "values").forEach(name -> variables.newName(name));
  }

  /** Whether the column is read and bound through jOOQ's converter. */
  static boolean converted(ColumnModel column) {
    Kind kind = column.type().kind();
    return column.converted() || kind == Kind.OTHER || kind == Kind.ARRAY;
  }

  /** Reads a column at a position of the row, from 1. */
  static CodeBlock value(
      Generation generation, TableModel table, ColumnModel column, CodeBlock position) {
    String ending = column.nullable() ? "OrNull" : "At";
    if (converted(column)) {
      return converted(generation, new ColumnOfTable(table, column), "row", ending, position);
    }
    boolean proved = column.exact() && !column.nullable();
    return plain("row", column.type().kind(), ending, position, proved, column.scale());
  }

  /** Reads a value through the converter of a column. */
  static CodeBlock converted(
      Generation generation, ColumnOfTable of, String row, String ending, CodeBlock position) {
    return CodeBlock.of("$N.value$L($L, $L)", row, ending, position, generation.field(of));
  }

  /**
   * Reads a value of a type that the runtime has a method for.
   *
   * @param ending {@code At} if it is there, {@code OrNull} if it may not be
   * @param proved whether a whole number is proved to be one, and to be there
   * @param scale digits after the point that a decimal number is read with at least
   */
  static CodeBlock plain(
      String row, Kind kind, String ending, CodeBlock position, boolean proved, int scale) {
    if (kind == Kind.LONG && proved) {
      return CodeBlock.of("$N.provedLongAt($L)", row, position);
    }
    return kind == Kind.DECIMAL && scale > 0
        ? CodeBlock.of("$N.decimal$L($L, $L)", row, ending, position, scale)
        : CodeBlock.of("$N.$L$L($L)", row, kind.reader(), ending, position);
  }

  MethodSpec read() {
    ClassName entity = generation.classes().entityInMapping(table);
    MethodSpec.Builder method =
        MappingWriter.override(Modifier.PROTECTED, "read", entity)
            .addParameter(Row.class, "row")
            .addParameter(Kin.class, "kin")
            .addException(SQLException.class);
    List<CodeBlock> arguments = new ArrayList<>();
    if (names.wide()) {
      ClassName type = ValuesWriter.name(entity);
      method.addStatement("$1T values = new $1T()", type);
      for (ColumnModel column : table.columns()) {
        CodeBlock field = CodeBlock.of("values.$N", column.property());
        method.addStatement("$L = $L", field, read(column));
        values.put(column, field);
      }
      arguments.add(CodeBlock.of("values"));
    } else {
      keys().forEach(column -> method.addCode(variable(column)));
      table.columns().forEach(c -> arguments.add(values.getOrDefault(c, read(c))));
    }
    method.addStatement("int at = kin.next()");
    SlotNames slots = generation.slots(table);
    for (List<ColumnModel> columns : generation.links().slots(table)) {
      CodeBlock key = columns.stream().map(values::get).collect(CodeBlock.joining(", "));
      method.addStatement("kin.key($N, at, $L)", slots.of(columns), key);
    }
    arguments.add(CodeBlock.of("$T.NONE", Changes.class));
    arguments.add(CodeBlock.of("kin"));
    arguments.add(CodeBlock.of("at"));
    return method.addCode(Construction.inMapping(generation, table).returned(arguments)).build();
  }

  private List<ColumnModel> keys() {
    return table.columns().stream()
        .filter(c -> generation.links().slots(table).stream().anyMatch(slot -> slot.contains(c)))
        .toList();
  }

  private CodeBlock variable(ColumnModel column) {
    String name = variables.newName(column.property());
    values.put(column, CodeBlock.of("$N", name));
    return CodeBlock.builder()
        .addStatement("$T $N = $L", JavaTypes.stored(column), name, read(column))
        .build();
  }

  private CodeBlock read(ColumnModel column) {
    return value(generation, table, column, CodeBlock.of("$L", column.position() + 1));
  }
}
