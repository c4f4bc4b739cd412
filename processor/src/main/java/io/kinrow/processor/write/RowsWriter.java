package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.kinrow.processor.model.RowPart;
import io.kinrow.runtime.Loading;
import io.kinrow.runtime.internal.declared.ChildRows;
import io.kinrow.runtime.internal.declared.DeclaredRows;
import io.kinrow.runtime.internal.declared.DeclaredSql;
import io.kinrow.runtime.internal.declared.Family;
import io.kinrow.runtime.internal.declared.Keyed;
import io.kinrow.runtime.internal.entity.Kin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the code that reads rows of a declared query. */
final class RowsWriter {

  private final Generation generation;
  private final NameAllocator constants;

  /**
   * @param constants the constants of statements
   */
  RowsWriter(Generation generation, NameAllocator constants) {
    this.generation = generation;
    this.constants = constants;
  }

  /**
   * Reads rows.
   *
   * @param optional whether what is absent is null, because the caller makes an Optional of it
   */
  CodeBlock write(RowPart row, boolean optional, QueryVariables names) {
    return new Lambda(names).of(row, optional, null);
  }

  /** One lambda; those of lists in its rows are inside of it. */
  private final class Lambda {

    private final QueryVariables names;
    private final CodeBlock.Builder before = CodeBlock.builder();
    private final List<CodeBlock> lists = new ArrayList<>();
    private boolean simple = true;
    private int kins;
    private int insides;

    Lambda(QueryVariables names) {
      this.names = names;
    }

    /**
     * @param key the column that says which row of another statement it belongs to, or null
     */
    CodeBlock of(RowPart row, boolean optional, RowPart.@Nullable Value key) {
      RowPartWriter parts = new RowPartWriter(generation, names.row(), this::kin);
      CodeBlock body =
          row instanceof RowPart.Components record && record.hasLists()
              ? family(record, parts, key)
              : CodeBlock.of(
                  "$N -> $L", names.row(), keyed(parts, key, parts.whole(row, optional)));
      if (simple) {
        return CodeBlock.of("$N -> $L", names.on(), body);
      }
      return CodeBlock.builder()
          .add("$N -> {\n$>", names.on())
          .add(before.build())
          .add("return $L;\n", body)
          .add("$<}")
          .build();
    }

    private CodeBlock keyed(RowPartWriter parts, RowPart.@Nullable Value key, CodeBlock child) {
      return key == null
          ? child
          : CodeBlock.of("new $T<>($L, $L)", Keyed.class, parts.whole(key, false), child);
    }

    /** Values are read with the row; the object is made when the lists are known. */
    private CodeBlock family(
        RowPart.Components record, RowPartWriter parts, RowPart.@Nullable Value key) {
      CodeBlock.Builder read = CodeBlock.builder().add("$N -> {\n$>", names.row());
      CodeBlock made = made(record, parts, read);
      if (key != null) {
        read.addStatement("var $N = $L", names.key(), parts.whole(key, false));
        made = CodeBlock.of("new $T<>($N, $L)", Keyed.class, names.key(), made);
      }
      read.addStatement("return () -> $L", made).add("$<}");
      List<CodeBlock> family = new ArrayList<>();
      family.add(read.build());
      family.addAll(lists);
      return Layout.lines(CodeBlock.of("new $T<>", Family.class), family);
    }

    /**
     * Makes the object of a record when its lists are known.
     *
     * @param read reads the values of a row into variables
     */
    private CodeBlock made(RowPart.Components record, RowPartWriter parts, CodeBlock.Builder read) {
      List<CodeBlock> arguments = new ArrayList<>();
      List<CodeBlock> wanted = new ArrayList<>();
      for (int i = 0; i < record.parts().size(); i++) {
        RowPart part = record.parts().get(i);
        if (part instanceof RowPart.Children list) {
          String variable = names.list(lists.size());
          list(list, variable);
          arguments.add(CodeBlock.of("$N.of($N)", variable, names.value(list.of())));
          wanted.add(CodeBlock.of("$N.want($N)", variable, names.value(list.of())));
        } else if (part instanceof RowPart.Components inner && inner.hasLists()) {
          read.addStatement("var $N = $L", names.value(i), inside(inner, parts));
          arguments.add(madeInside(inner, names.value(i)));
        } else {
          read.addStatement("var $N = $L", names.value(i), parts.whole(part, false));
          arguments.add(CodeBlock.of("$N", names.value(i)));
        }
      }
      wanted.forEach(read::addStatement);
      return Layout.call(
          Construction.INDENT, CodeBlock.of("new $T", ClassName.get(record.type())), arguments);
    }

    /** Reads a record inside of another one into what makes the object, null if it is absent. */
    private CodeBlock inside(RowPart.Components inner, RowPartWriter parts) {
      CodeBlock.Builder read = CodeBlock.builder().add("$N -> {\n$>", names.row());
      CodeBlock made = made(inner, parts, read);
      read.addStatement("return () -> $L", made).add("$<}");
      String reader = names.part(insides++);
      simple = false;
      before.add(
          "$T<$T<$T>> $N = $L;\n",
          DeclaredRows.One.class,
          Supplier.class,
          ClassName.get(inner.type()),
          reader,
          read.build());
      return parts.absent(inner, CodeBlock.of("$N.read($N)", reader, names.row()));
    }

    private static CodeBlock madeInside(RowPart.Components inner, String variable) {
      return switch (inner.presence()) {
        case ALWAYS -> CodeBlock.of("$N.get()", variable);
        case NULLABLE -> CodeBlock.of("$1N == null ? null : $1N.get()", variable);
        case OPTIONAL ->
            CodeBlock.of(
                "$T.ofNullable($N).map($T::get)", Optional.class, variable, Supplier.class);
      };
    }

    private void list(RowPart.Children list, String variable) {
      simple = false;
      CodeBlock statement = CodeBlock.of("$N", constants.get(list));
      if (!list.facts().blocks().isEmpty()) {
        String chosen = names.sqlOfList(lists.size());
        before.addStatement(
            "$T $N = $L",
            DeclaredSql.class,
            chosen,
            new BinderWriter(generation, names, statement)
                .chosen(statement, list.facts(), list.values()));
        statement = CodeBlock.of("$N", chosen);
      }
      CodeBlock rows = new Lambda(names.inside()).of(list.child(), false, list.keyOfChild());
      before.add(
          "var $N = $L;\n",
          variable,
          Layout.lines(
              CodeBlock.of("new $T<>", ChildRows.class),
              List.of(
                  statement,
                  CodeBlock.of("$N", names.on()),
                  new BinderWriter(generation, names, statement).write(list),
                  rows)));
      lists.add(CodeBlock.of("$N", variable));
    }

    /** A variable for the kin of the entities that a mapping reads. */
    private String kin(ClassName mapping) {
      String name = names.kin(kins++);
      simple = false;
      before.addStatement(
          "$1T $2N = $1T.of($3N, $4T.SIBLINGS, $5T.INSTANCE)",
          Kin.class,
          name,
          names.on(),
          Loading.class,
          mapping);
      return name;
    }
  }
}
