package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.kinrow.processor.model.ColumnOfTable;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.QueryMethod;
import io.kinrow.processor.model.QueryMethod.BoundComponent;
import io.kinrow.processor.model.QueryMethod.BoundRow;
import io.kinrow.processor.model.QueryMethod.BoundValue;
import io.kinrow.processor.model.RowPart;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.runtime.internal.declared.DeclaredSql;
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
        calls,
        method.facts());
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
    return lambda("(" + names.binds() + ", " + names.keys() + ")", calls, list.facts());
  }

  private CodeBlock lambda(String parameters, List<CodeBlock> calls, StatementFacts facts) {
    if (calls.isEmpty()) {
      return CodeBlock.of("$L -> {}", parameters);
    } else if (calls.size() == 1 && facts.blocks().isEmpty()) {
      return CodeBlock.of("$L -> $L", parameters, calls.get(0));
    }
    CodeBlock.Builder code = CodeBlock.builder().add("$L -> {\n$>", parameters);
    int open = -1;
    for (int i = 0; i < calls.size(); i++) {
      int block = facts.blockOf(i);
      if (block != open) {
        code.add(open < 0 ? "" : "$<}\n");
        if (block >= 0) {
          code.add("if ($L.has($L)) {\n$>", statement, block);
        }
        open = block;
      }
      code.add("$L;\n", calls.get(i));
    }
    return code.add(open < 0 ? "" : "$<}\n").add("$<}").build();
  }

  private CodeBlock bind(BoundValue value, @Nullable String batch) {
    CodeBlock given = given(value, batch);
    if (value.inBlocks()) {
      given = CodeBlock.of("$L.orElseThrow()", given); // it is there if the block is
    } else if (value.presence() != Presence.NULLABLE && !value.primitive()) {
      given = CodeBlock.of("$L.required($L, $S)", statement, given, shown(value));
    }
    if (value.presence() == Presence.OPTIONAL && !value.inBlocks()) {
      given = CodeBlock.of("$L.orElse(null)", given);
    }
    CodeBlock field =
        value
            .column()
            .filter(of -> RowReaderWriter.converted(of.column()))
            .map(of -> CodeBlock.of(", $L", generation.field(of)))
            .orElse(CodeBlock.of(""));
    if (value.row().isPresent()) {
      return rows(value.row().get(), given);
    }
    if (value.list()) {
      return CodeBlock.of(
          "$L.addList($L, $N, $L$L)", statement, names.scope(), names.binds(), given, field);
    }
    boolean plain = value.column().isEmpty() || !field.isEmpty() || value.primitive();
    return CodeBlock.of("$N.$L($L$L)", names.binds(), plain ? "add" : "addForColumn", given, field);
  }

  private CodeBlock rows(BoundRow row, CodeBlock given) {
    List<CodeBlock> arguments =
        new ArrayList<>(
            List.of(CodeBlock.of(names.scope()), CodeBlock.of("$N", names.binds()), given));
    for (BoundComponent component : row.components()) {
      arguments.add(
          component
              .column()
              .filter(of -> RowReaderWriter.converted(of.column()))
              .map(of -> converted(component.name(), of))
              .orElse(CodeBlock.of("$T::$N", ClassName.get(row.type()), component.name())));
    }
    return Layout.call(6, CodeBlock.of("$L.addRows", statement), arguments);
  }

  private CodeBlock converted(String component, ColumnOfTable column) {
    return CodeBlock.of(
        "$1N -> $2T.converted($1N.$3N(), $4L)",
        names.element(),
        DeclaredSql.class,
        component,
        generation.field(column));
  }

  /**
   * The statement with those blocks whose parameters are given.
   *
   * @param blocks the constant that has all of them
   */
  CodeBlock chosen(CodeBlock blocks, StatementFacts facts, List<BoundValue> values) {
    List<CodeBlock> given =
        facts.deciding().stream().map(parameter -> given(values.get(parameter), null)).toList();
    return CodeBlock.of("$L.given($L)", blocks, CodeBlock.join(given, ", "));
  }

  /** The names of the parameters that decide about blocks, as people write them. */
  static List<CodeBlock> deciding(StatementFacts facts, List<BoundValue> values) {
    return facts.deciding().stream()
        .map(parameter -> CodeBlock.of("$S", shown(values.get(parameter))))
        .toList();
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
