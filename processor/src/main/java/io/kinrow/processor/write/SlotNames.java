package io.kinrow.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.TableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The constants by which a mapping's slots are known, named after their columns. */
final class SlotNames {

  private final List<List<ColumnModel>> slots;
  private final NameAllocator names = new NameAllocator();

  SlotNames(TableModel table, List<List<ColumnModel>> slots) {
    this.slots = slots;
    names.newName("COLUMNS");
    names.newName("SELECT");
    names.newName("INSTANCE");
    // a variable would hide a constant of its name: scripts without capitals make them alike
    table.columns().forEach(column -> names.newName(column.property(), column));
    for (List<ColumnModel> slot : slots) {
      String name =
          slot.stream()
              .map(column -> EntityNames.constant(column.property()))
              .collect(Collectors.joining("_AND_"));
      names.newName(name, slot);
    }
  }

  /** The constant of the slot that holds these columns. */
  String of(List<ColumnModel> slot) {
    return names.get(slot);
  }

  /** The declarations, each with the slot's number. */
  List<FieldSpec> constants() {
    List<FieldSpec> fields = new ArrayList<>();
    for (List<ColumnModel> slot : slots) {
      fields.add(
          FieldSpec.builder(TypeName.INT, of(slot), Modifier.STATIC, Modifier.FINAL)
              .initializer("$L", fields.size())
              .build());
    }
    return fields;
  }
}
