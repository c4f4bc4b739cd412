package io.kinrow.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Javadoc with names and SQL of the database in it, which may hold anything. */
final class Doc {

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private Doc() {}

  /** Text in code font: {@code {@code users}}. */
  static String code(String text) {
    String flat = LINE_BREAK.matcher(text).replaceAll(" ");
    return isPlain(flat) ? "{@code " + flat + "}" : "<code>" + escaped(flat) + "</code>";
  }

  /** A text that people wrote, of one or more lines. */
  static String text(String text) {
    return isPlain(text) ? text : escaped(text);
  }

  /** A sentence, and the statement behind it. */
  static CodeBlock sql(String sentence, String sql) {
    String lines =
        SqlLines.of(sql).stream()
            .map(line -> LINE_BREAK.matcher(line).replaceAll(" ").stripTrailing())
            .collect(Collectors.joining("\n"));
    String block =
        isPlain(lines)
            ? "<pre>{@code\n" + lines + "\n}</pre>"
            : "<pre>\n" + escaped(lines) + "\n</pre>";
    return CodeBlock.of("$L\n\n$L", sentence, block);
  }

  /** Whether nothing in it means something in a comment or in an inline tag. */
  private static boolean isPlain(String text) {
    return !text.contains("*/") && text.chars().noneMatch(c -> "{}@\\".indexOf(c) >= 0);
  }

  private static String escaped(String text) {
    StringBuilder html = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if ("&<>{}@\\*/".indexOf(c) >= 0) {
                html.append("&#").append(c).append(';');
              } else {
                html.append((char) c);
              }
            });
    return html.toString();
  }
}
