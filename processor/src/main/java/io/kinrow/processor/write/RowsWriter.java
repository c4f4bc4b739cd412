package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.kinrow.processor.model.RowPart;
import io.kinrow.runtime.Loading;
import io.kinrow.runtime.internal.entity.Kin;

/** Writes the code that reads rows. */
final class RowsWriter {

  private final Generation generation;
  private final QueryVariables names;
  private final boolean optional;
  private final CodeBlock.Builder kins = CodeBlock.builder();
  private int count;

  RowsWriter(Generation generation, QueryVariables names, boolean optional) {
    this.generation = generation;
    this.names = names;
    this.optional = optional;
  }

  CodeBlock write(RowPart row) {
    CodeBlock read = new RowPartWriter(generation, names.row(), this::kin).whole(row, optional);
    if (count == 0) {
      return CodeBlock.of("$N -> $N -> $L", names.on(), names.row(), read);
    }
    return CodeBlock.builder()
        .add("$N -> {\n$>", names.on())
        .add(kins.build())
        .addStatement("return $N -> $L", names.row(), read)
        .add("$<}")
        .build();
  }

  /** A variable for the kin of the entities that a mapping reads. */
  private String kin(ClassName mapping) {
    count++;
    String name = count == 1 ? names.kin() : names.kin() + count;
    kins.addStatement(
        "$1T $2N = $1T.of($3N, $4T.SIBLINGS, $5T.INSTANCE)",
        Kin.class,
        name,
        names.on(),
        Loading.class,
        mapping);
    return name;
  }
}
