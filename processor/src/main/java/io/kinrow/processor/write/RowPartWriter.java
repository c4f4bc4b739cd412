package io.kinrow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ColumnOfTable;
import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.RowPart;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes the expression that reads a row of a declared query. */
final class RowPartWriter {

  private final Generation generation;
  private final String row;
  private final Function<ClassName, String> kins;

  /**
   * @param row the variable of the row
   * @param kins gives the variable of the kin of a mapping's entities
   */
  RowPartWriter(Generation generation, String row, Function<ClassName, String> kins) {
    this.generation = generation;
    this.row = row;
    this.kins = kins;
  }

  /**
   * Reads the whole row.
   *
   * @param optional whether what is absent is null, because the caller makes an Optional of it
   */
  CodeBlock whole(RowPart part, boolean optional) {
    return optional && part.presence() == Presence.OPTIONAL ? bare(part) : read(part);
  }

  private CodeBlock read(RowPart part) {
    CodeBlock bare = bare(part);
    return part.presence() == Presence.OPTIONAL
        ? Layout.call(
            Construction.INDENT, CodeBlock.of("$T.ofNullable", Optional.class), List.of(bare))
        : bare;
  }

  /** Reads a part, null if it is absent. */
  private CodeBlock bare(RowPart part) {
    if (part instanceof RowPart.Value value) {
      return value(value);
    } else if (part instanceof RowPart.Entity entity) {
      boolean always = entity.presence() == Presence.ALWAYS;
      return always
          ? entity(entity)
          : absent(entity.key().map(key -> key.position()), entity(entity));
    }
    RowPart.Components record = (RowPart.Components) part;
    List<CodeBlock> arguments = record.parts().stream().map(this::read).toList();
    CodeBlock created =
        Layout.call(
            Construction.INDENT, CodeBlock.of("new $T", ClassName.get(record.type())), arguments);
    if (record.presence() == Presence.ALWAYS && record.key().isPresent()) {
      CodeBlock present = CodeBlock.of("$N.requiring($L)", row, record.key().get().position());
      return Layout.call(Construction.INDENT, CodeBlock.of("joined"), List.of(present, created));
    }
    return absent(record, created);
  }

  /** What a record is read with, or null if it is absent. */
  CodeBlock absent(RowPart.Components record, CodeBlock present) {
    return absent(record.key().map(key -> key.position()), present);
  }

  private CodeBlock absent(Optional<Integer> key, CodeBlock present) {
    return key.map(
            position ->
                CodeBlock.of(
                    "$N.rawOrNull($L) == null$>$>\n? null\n: $L$<$<", row, position, present))
        .orElse(present);
  }

  private CodeBlock entity(RowPart.Entity entity) {
    ClassName mapping = generation.classes().mapping(entity.table());
    CodeBlock whole =
        entity.presence() == Presence.ALWAYS && entity.key().isPresent()
            ? CodeBlock.of("$N.requiring($L)", row, entity.key().get().position())
            : CodeBlock.of("$N", row);
    CodeBlock from =
        entity.first() == 1 ? whole : CodeBlock.of("$L.behind($L)", whole, entity.first() - 1);
    return CodeBlock.of("$T.INSTANCE.entity($L, $N)", mapping, from, kins.apply(mapping));
  }

  private CodeBlock value(RowPart.Value value) {
    boolean always = value.presence() == Presence.ALWAYS;
    String ending = always ? "At" : "OrNull";
    CodeBlock position = CodeBlock.of("$L", value.column().position());
    JavaType type = value.type();
    Optional<ColumnOfTable> origin = value.column().origin();
    if (origin.isPresent() && RowReaderWriter.converted(origin.get().column())) {
      return RowReaderWriter.converted(generation, origin.get(), row, ending, position);
    }
    if (type.kind() == Kind.OTHER || type.kind() == Kind.ARRAY) {
      return CodeBlock.of("$N.object$L($L, $T.class)", row, ending, position, raw(type.mirror()));
    }
    boolean proved = always && value.column().isProvedLong();
    int scale = origin.map(ColumnOfTable::column).map(ColumnModel::scale).orElse(0);
    return RowReaderWriter.plain(row, type.kind(), ending, position, proved, scale);
  }

  private static Object raw(TypeMirror mirror) {
    return mirror instanceof DeclaredType declared ? declared.asElement() : mirror;
  }
}
