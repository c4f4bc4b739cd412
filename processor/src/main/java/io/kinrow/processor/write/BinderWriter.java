package io.kinrow.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.QueryMethod;
import io.kinrow.processor.model.QueryMethod.BoundValue;
import io.kinrow.processor.model.RowPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the code that binds values.
 *
 * @param statement the constant of the statement
 */
record BinderWriter(Generation generation, QueryVariables names, CodeBlock statement) {

  /** Binds the values of a method. */
  CodeBlock write(QueryMethod method) {
    List<CodeBlock> calls = new ArrayList<>();
    for (int parameter : method.facts().binds()) {
      calls.add(bind(method.values().get(parameter), method.batch()));
    }
    return lambda(
        method.batch() == null ? names.binds() : "(" + names.binds() + ", " + names.each() + ")",
        calls);
  }

  /** Binds the values of a list's statement, with the keys of all rows among them. */
  CodeBlock write(RowPart.Children list) {
    List<CodeBlock> calls = new ArrayList<>();
    for (int parameter : list.facts().binds()) {
      calls.add(
          parameter == list.key()
              ? CodeBlock.of(
                  "$L.addList($L, $N, $N)", statement, names.scope(), names.binds(), names.keys())
              : bind(list.values().get(parameter), null));
    }
    return lambda("(" + names.binds() + ", " + names.keys() + ")", calls);
  }

  private static CodeBlock lambda(String parameters, List<CodeBlock> calls) {
    if (calls.isEmpty()) {
      return CodeBlock.of("$L -> {}", parameters);
    } else if (calls.size() == 1) {
      return CodeBlock.of("$L -> $L", parameters, calls.get(0));
    }
    CodeBlock.Builder code = CodeBlock.builder().add("$L -> {\n$>", parameters);
    calls.forEach(call -> code.add("$L;\n", call));
    return code.add("$<}").build();
  }

  private CodeBlock bind(BoundValue value, @Nullable String batch) {
    CodeBlock given = given(value, batch);
    if (value.presence() != Presence.NULLABLE && !value.primitive()) {
      given = CodeBlock.of("$L.required($L, $S)", statement, given, shown(value));
    }
    if (value.presence() == Presence.OPTIONAL) {
      given = CodeBlock.of("$L.orElse(null)", given);
    }
    CodeBlock field =
        value
            .column()
            .filter(of -> RowReaderWriter.converted(of.column()))
            .map(of -> CodeBlock.of(", $L", generation.field(of)))
            .orElse(CodeBlock.of(""));
    if (value.list()) {
      return CodeBlock.of(
          "$L.addList($L, $N, $L$L)", statement, names.scope(), names.binds(), given, field);
    }
    boolean plain = value.column().isEmpty() || !field.isEmpty() || value.primitive();
    return CodeBlock.of("$N.$L($L$L)", names.binds(), plain ? "add" : "addForColumn", given, field);
  }

  private CodeBlock given(BoundValue value, @Nullable String batch) {
    String variable = value.parameter().equals(batch) ? names.each() : value.parameter();
    return value.component() == null
        ? CodeBlock.of("$N", variable)
        : CodeBlock.of("$N.$N()", variable, value.component());
  }

  private static String shown(BoundValue value) {
    return value.component() == null
        ? value.parameter()
        : value.parameter() + "." + value.component();
  }
}
