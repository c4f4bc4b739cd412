package io.kinrow.migrate.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Adds whole statements to files and takes them out again. */
final class StatementSplices {

  private final DesiredFiles files;

  StatementSplices(DesiredFiles files) {
    this.files = files;
  }

  /** Adds a statement at the end of a file, behind a blank line. */
  List<Splice> append(Path file, String sql) {
    String text = files.text(file);
    List<Splice> splices = new ArrayList<>();
    List<PlacedStatement> own =
        files.statements().stream().filter(statement -> statement.file().equals(file)).toList();
    if (!own.isEmpty()) {
      addSemicolon(own.get(own.size() - 1), splices);
    }
    boolean open = !text.isBlank() && !text.endsWith("\n");
    boolean apart =
        text.isBlank() || Blanks.backOverBlankLines(text, text.length()) < text.length();
    String before = open ? "\n\n" : apart ? "" : "\n";
    String after = open ? "" : "\n";
    splices.add(Splice.insert(file, text.length(), before + sql + ";" + after));
    return splices;
  }

  /** Adds a statement behind another one. */
  List<Splice> behind(PlacedStatement statement, String sql, int lineBreaks) {
    List<Splice> splices = new ArrayList<>();
    addSemicolon(statement, splices);
    int end = Blanks.endOfLine(statement.script(), statement.fullEnd());
    String between = "\n".repeat(lineBreaks);
    splices.add(
        Splice.insert(statement.file(), end < 0 ? statement.fullEnd() : end, between + sql + ";"));
    return splices;
  }

  private static void addSemicolon(PlacedStatement statement, List<Splice> splices) {
    if (statement.semicolon() < 0) {
      splices.add(Splice.insert(statement.file(), statement.end(), ";"));
    }
  }

  /**
   * Takes a statement out, with the comment in its last line, the comment lines directly above it,
   * and the blank lines above those. A comment at the very start of the file stays.
   */
  Splice remove(PlacedStatement statement) {
    String text = statement.script();
    int end = Blanks.endOfLine(text, statement.fullEnd());
    if (!Blanks.beginsLine(text, statement.start())) {
      int from = Blanks.backOverBlanks(text, statement.start());
      return Splice.cut(statement.file(), from, end < 0 ? statement.fullEnd() : end);
    }
    int start = withComments(statement);
    if (end < 0) {
      int next = statement.fullEnd();
      while (Character.isWhitespace(text.charAt(next))) {
        next++;
      }
      return Splice.cut(statement.file(), start, next);
    }
    int from = Blanks.backOverBlankLines(text, start);
    int to = Blanks.afterBreak(text, end);
    if (from == 0) {
      while (to < text.length() && isBlankLine(text, to)) {
        to = Blanks.afterBreak(text, Blanks.endOfLine(text, to));
      }
    } else if (to == end) {
      from = Blanks.backOverBlanks(text, from);
    }
    return Splice.cut(statement.file(), from, to);
  }

  private static boolean isBlankLine(String text, int lineStart) {
    int newLine = text.indexOf('\n', lineStart);
    return newLine >= 0 && text.substring(lineStart, newLine).isBlank();
  }

  /** The start of the first of the comment lines directly above a statement, or of its own line. */
  private int withComments(PlacedStatement statement) {
    String text = statement.script();
    int own = Blanks.lineStart(text, statement.start());
    int before =
        files.statements().stream()
            .filter(other -> other.file().equals(statement.file()))
            .filter(other -> other.start() < statement.start())
            .mapToInt(PlacedStatement::fullEnd)
            .max()
            .orElse(0);
    int start = own;
    while (start > 0) {
      int above = Blanks.lineStart(text, start - 1);
      if (above < before || !text.substring(above, start).stripLeading().startsWith("--")) {
        break;
      }
      start = above;
    }
    return start == 0 ? own : start;
  }
}
