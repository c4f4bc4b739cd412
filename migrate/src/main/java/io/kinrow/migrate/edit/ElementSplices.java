package io.kinrow.migrate.edit;

import io.kinrow.migrate.sql.TableBody;
import io.kinrow.migrate.sql.TableBody.Element;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adds columns and constraints to the text of a table, and takes them out. There are three ways to
 * set them out: in one line, in lines that end with a comma, and in lines that begin with one.
 */
final class ElementSplices {

  private final Path file;
  private final String text;
  private final TableBody body;

  ElementSplices(PlacedStatement statement, TableBody body) {
    this.file = statement.file();
    this.text = statement.script();
    this.body = body;
  }

  List<Splice> insert(Element behind, String definition, String comment) {
    if (!beginsLine(behind)) {
      return List.of(insertInLine(behind, definition + block(comment)));
    }
    return commasLead()
        ? List.of(insertLeading(behind, definition, comment))
        : insertTrailing(behind, definition, comment);
  }

  private Splice insertInLine(Element behind, String definition) {
    boolean comma =
        behind.comma() >= 0 && !text.substring(behind.end(), behind.comma()).contains("\n");
    int from = comma ? behind.comma() + 1 : behind.end();
    int lineEnd = Blanks.endOfLine(text, from);
    if (lineEnd >= 0 && !text.substring(from, lineEnd).isBlank()) {
      // the comment at the end of the line stays with its column
      return Splice.insert(file, lineEnd, comma ? "\n" + definition + "," : "\n, " + definition);
    }
    return Splice.insert(file, Blanks.overBlockComments(text, behind.end()), ", " + definition);
  }

  private List<Splice> insertTrailing(Element behind, String definition, String comment) {
    boolean last = behind.comma() < 0;
    int from = last ? behind.end() : behind.comma() + 1;
    int end = Blanks.endOfLine(text, from);
    if (end < 0 && !last) {
      return List.of(insertInLine(behind, definition + block(comment)));
    }
    String line = "\n" + indentation(behind) + definition;
    String comma = last ? "" : ",";
    Splice added =
        end < 0
            ? Splice.insert(file, from, line + block(comment))
            : Splice.insert(file, end, line + comma + line(comment));
    return last ? List.of(Splice.insert(file, behind.end(), ","), added) : List.of(added);
  }

  private Splice insertLeading(Element behind, String definition, String comment) {
    int before = commaBefore(behind);
    int comma = before < 0 ? behind.comma() : before;
    String start = text.substring(Blanks.lineStart(text, comma), comma);
    String line = "\n" + (start.isBlank() ? start : indentation(behind)) + ", " + definition;
    int end = Blanks.endOfLine(text, behind.end());
    return end < 0
        ? Splice.insert(file, behind.end(), line + block(comment))
        : Splice.insert(file, end, line + line(comment));
  }

  private static String block(String comment) {
    return comment.isEmpty() ? "" : " " + Comments.block(comment);
  }

  private static String line(String comment) {
    return comment.isEmpty() ? "" : " " + Comments.line(comment);
  }

  private String indentation(Element element) {
    int lineStart = Blanks.lineStart(text, element.start());
    return text.substring(lineStart, element.start()).replace(',', ' ');
  }

  List<Splice> remove(Element element) {
    int before = commaBefore(element);
    int end = Blanks.overBlockComments(text, element.end());
    if (!beginsLine(element)) {
      return List.of(removeInLine(element, before));
    } else if (before >= 0 && Blanks.beginsLine(text, before)) {
      return List.of(lines(before, end, end));
    } else if (element.comma() < 0) {
      Splice own = lines(element.start(), end, end);
      return before < 0
          ? List.of(own)
          : Stream.of(Splice.cut(file, before, before + 1), own).toList();
    } else if (text.substring(element.end(), element.comma()).contains("\n")) {
      // the next one begins with the comma
      return List.of(Splice.cut(file, element.start(), next(element).start()));
    }
    return List.of(lines(element.start(), element.comma() + 1, next(element).start()));
  }

  private Splice removeInLine(Element element, int before) {
    if (before >= 0 || element.comma() < 0) {
      int end = Blanks.overBlockComments(text, element.end());
      return Splice.cut(file, before < 0 ? element.start() : before, end);
    }
    return Splice.cut(file, element.start(), next(element).start());
  }

  /**
   * Cuts whole lines, with the comment at their end. If something else follows in the last one, it
   * stays: the next element in its place, or the closing parenthesis behind what comes before.
   */
  private Splice lines(int start, int end, int orTo) {
    int lineEnd = Blanks.endOfLine(text, end);
    if (lineEnd >= 0) {
      int from = Blanks.lineStart(text, start);
      return Splice.cut(file, from, Blanks.afterBreak(text, lineEnd));
    }
    int from = Blanks.backOverBlanks(text, start);
    boolean behindToken =
        from == body.open() + 1
            || body.elements().stream().anyMatch(e -> e.end() == from || e.comma() + 1 == from);
    return Splice.cut(file, orTo == end && behindToken ? from : start, orTo);
  }

  private int commaBefore(Element element) {
    int at = body.elements().indexOf(element);
    return at == 0 ? -1 : body.elements().get(at - 1).comma();
  }

  private Element next(Element element) {
    return body.elements().get(body.elements().indexOf(element) + 1);
  }

  /** Whether an element is the first one in its line, perhaps behind a comma. */
  private boolean beginsLine(Element element) {
    int lineStart = Blanks.lineStart(text, element.start());
    return text.substring(lineStart, element.start()).replaceFirst(",", "").isBlank();
  }

  private boolean commasLead() {
    int lead = 0;
    for (Element element : body.elements()) {
      if (element.comma() >= 0) {
        lead += Blanks.beginsLine(text, element.comma()) ? 1 : -1;
      }
    }
    return lead > 0;
  }
}
