package io.kinrow.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lays out what does not fit one line, as a formatter would. */
final class Layout {

  private static final int WIDTH = 96;
  private static final Pattern PACKAGE =
      Pattern.compile(
          "\\b(?:\\p{javaLowerCase}[\\p{javaJavaIdentifierPart}]*+\\.)++(?=\\p{javaUpperCase})");

  private Layout() {}

  /** How long a line of this code will be, types being imported. */
  static int length(CodeBlock code) {
    return length(code.toString());
  }

  private static int length(String code) {
    return PACKAGE.matcher(code).replaceAll("").length();
  }

  /** Whether some of the parts are enough to fill a line: to render all of them takes its time. */
  private static boolean exceeds(int indent, List<CodeBlock> parts, int separator) {
    int width = indent;
    for (int i = 0; i < parts.size() && width <= WIDTH; i++) {
      width += length(parts.get(i)) + (i > 0 ? separator : 0);
    }
    return width > WIDTH;
  }

  /** A call on one line if it fits behind the indentation, else with one argument a line. */
  static CodeBlock call(int indent, CodeBlock head, List<CodeBlock> arguments) {
    if (exceeds(indent, arguments, 2)) {
      return lines(head, arguments);
    }
    CodeBlock flat = CodeBlock.of("$L($L)", head, CodeBlock.join(arguments, ", "));
    String text = flat.toString();
    return text.indexOf('\n') < 0 && indent + length(text) <= WIDTH ? flat : lines(head, arguments);
  }

  /** A call with one argument a line. */
  static CodeBlock lines(CodeBlock head, List<CodeBlock> arguments) {
    return CodeBlock.builder()
        .add("$L(\n", head)
        .add("$>$>")
        .add(CodeBlock.join(arguments, ",\n"))
        .add(")$<$<")
        .build();
  }

  /** Operands of {@code +}. */
  static CodeBlock sum(int indent, List<CodeBlock> operands) {
    if (exceeds(indent, operands, 3)) {
      return continued(operands);
    }
    CodeBlock flat = CodeBlock.join(operands, " + ");
    return indent + length(flat) <= WIDTH ? flat : continued(operands);
  }

  /** A call with many short arguments: as many on a line as fit. */
  static CodeBlock filled(int indent, CodeBlock head, List<CodeBlock> arguments) {
    if (!exceeds(indent, arguments, 2)) {
      CodeBlock flat = CodeBlock.of("$L($L)", head, CodeBlock.join(arguments, ", "));
      if (indent + length(flat) <= WIDTH) {
        return flat;
      }
    }
    CodeBlock.Builder code = CodeBlock.builder().add("$L($>$>\n", head);
    int column = indent + 4;
    for (int i = 0; i < arguments.size(); i++) {
      int length = length(arguments.get(i)) + 2;
      if (i > 0) {
        boolean fits = column + length <= WIDTH;
        code.add(fits ? ", " : ",\n");
        column = fits ? column : indent + 4;
      }
      code.add(arguments.get(i));
      column += length;
    }
    return code.add(")$<$<").build();
  }

  /** A string constant, one literal a line where it is long. */
  static CodeBlock text(String text) {
    return CodeBlock.of("$L", literals(SqlLines.of(text)));
  }

  /** A constant and the rest of a text that begins with it. */
  static CodeBlock text(CodeBlock constant, String rest) {
    List<CodeBlock> literals = new ArrayList<>();
    literals.add(constant);
    SqlLines.of(rest).forEach(line -> literals.add(CodeBlock.of("$S", line)));
    if (literals.size() == 2 && length(constant) + SqlLines.width(rest) < WIDTH - 16) {
      return CodeBlock.join(literals, " + ");
    }
    return continued(literals);
  }

  private static CodeBlock literals(List<String> lines) {
    return continued(lines.stream().map(line -> CodeBlock.of("$S", line)).toList());
  }

  private static CodeBlock continued(List<CodeBlock> parts) {
    return CodeBlock.builder()
        .add(parts.get(0))
        .add(parts.size() > 1 ? "$>$>\n+ " : "")
        .add(CodeBlock.join(parts.subList(1, parts.size()), "\n+ "))
        .add(parts.size() > 1 ? "$<$<" : "")
        .build();
  }
}
