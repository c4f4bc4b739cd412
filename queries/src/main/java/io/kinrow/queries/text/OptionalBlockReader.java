package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the optional blocks of a text: what stands between two comments, one with each bracket. */
final class OptionalBlockReader {

  /** How many with different parameters: each combination is checked. */
  private static final int MOST = 8;

  /** How many in all. */
  private static final int MOST_PLACES = 60;

  private static final Pattern INSIDE_OF_COMMENT =
      Pattern.compile("\\[.*:\\p{javaJavaIdentifierStart}.*]", Pattern.DOTALL);

  private final String text;
  private final SqlSyntax syntax;
  private final List<Mark> marks = new ArrayList<>();

  /** A comment at the beginning or end of a block. */
  private record Mark(boolean begins, int start, int end) {}

  OptionalBlockReader(String text, SqlSyntax syntax) {
    this.text = text;
    this.syntax = syntax;
  }

  List<OptionalBlock> read() throws WrongSqlException {
    List<Token> tokens = syntax.tokens(text);
    int at = 0;
    for (Token token : tokens) {
      between(at, token.start());
      at = token.end();
    }
    between(at, text.length());
    return blocks(tokens);
  }

  /** Comments and white space stand between tokens, and nothing else. */
  private void between(int from, int to) throws WrongSqlException {
    int at = from;
    while (at < to) {
      if (text.startsWith("--", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? to : end;
      } else if (text.startsWith("/*", at)) {
        int end = commentEnd(at, to);
        comment(at, end);
        at = end;
      } else {
        at++;
      }
    }
  }

  private int commentEnd(int from, int to) {
    int depth = 1;
    int at = from + 2;
    while (at < to && depth > 0) {
      if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else if (syntax.nestsComments() && text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else {
        at++;
      }
    }
    return Math.min(at, to);
  }

  private void comment(int start, int end) throws WrongSqlException {
    String inside = text.substring(start + 2, Math.max(start + 2, end - 2)).strip();
    if (inside.equals("[") || inside.equals("]")) {
      marks.add(new Mark(inside.equals("["), start, end));
    } else if (INSIDE_OF_COMMENT.matcher(inside).matches()) {
      throw new WrongSqlException(
          start,
          end,
          "this is a comment, and nothing in it is sent. If it is to be an optional block, end its marks: /*[*/ "
              + inside.substring(1, inside.length() - 1).strip()
              + " /*]*/");
    }
  }

  private List<OptionalBlock> blocks(List<Token> tokens) throws WrongSqlException {
    List<OptionalBlock> blocks = new ArrayList<>();
    Mark open = null;
    for (Mark mark : marks) {
      if (mark.begins() && open != null) {
        throw wrong(
            mark,
            "a block begins inside of another one, and blocks cannot be nested. End the other one before it with /*]*/");
      } else if (!mark.begins() && open == null) {
        throw wrong(mark, "a block ends here, but none begins before it. Begin it with /*[*/");
      } else if (open != null) {
        blocks.add(new OptionalBlock(open.start(), open.end(), mark.start(), mark.end(), Set.of()));
      }
      open = mark.begins() ? mark : null;
    }
    if (open != null) {
      throw wrong(open, "this block never ends. End it with /*]*/");
    }
    Set<String> outside = names(tokens, blocks);
    List<OptionalBlock> read = new ArrayList<>();
    for (OptionalBlock block : blocks) {
      read.add(withParameters(block, tokens, outside));
    }
    refuseTooMany(read);
    return read;
  }

  /** The names of parameters outside of all blocks. */
  private static Set<String> names(List<Token> tokens, List<OptionalBlock> blocks) {
    Set<String> names = new LinkedHashSet<>();
    for (Token token : tokens) {
      if (isParameter(token) && blocks.stream().noneMatch(block -> block.contains(token.start()))) {
        names.add(token.text().substring(1));
      }
    }
    return names;
  }

  private OptionalBlock withParameters(OptionalBlock block, List<Token> tokens, Set<String> outside)
      throws WrongSqlException {
    Set<String> inside = new LinkedHashSet<>();
    for (Token token : tokens) {
      if (isParameter(token) && block.contains(token.start())) {
        inside.add(token.text().substring(1));
      }
    }
    Set<String> deciding = new LinkedHashSet<>(inside);
    deciding.removeAll(outside);
    if (deciding.isEmpty()) {
      throw new WrongSqlException(
          block.start(),
          block.inside(),
          inside.isEmpty()
              ? "this block has no parameter, so that it would never fall away. Use one in it, or remove the marks"
              : "each parameter of this block stands outside of blocks too, where it is never empty: :%s. Use one in it that stands in blocks only"
                  .formatted(String.join(", :", inside)));
    }
    return new OptionalBlock(block.start(), block.inside(), block.close(), block.end(), deciding);
  }

  private static boolean isParameter(Token token) {
    return token.kind() == Kind.VARIABLE
        && token.text().startsWith(":")
        && token.text().length() > 1;
  }

  private static void refuseTooMany(List<OptionalBlock> blocks) throws WrongSqlException {
    Set<Set<String>> different = new LinkedHashSet<>();
    for (OptionalBlock block : blocks) {
      different.add(block.parameters());
      if (different.size() > MOST || blocks.indexOf(block) >= MOST_PLACES) {
        throw new WrongSqlException(
            block.start(),
            block.inside(),
            "this is one block too many: a statement has at most %d with different parameters, because each combination of them is checked, and %d in all. Put conditions that belong together into one block, or write two statements"
                .formatted(MOST, MOST_PLACES));
      }
    }
  }

  private static WrongSqlException wrong(Mark mark, String message) {
    return new WrongSqlException(mark.start(), mark.end(), message);
  }
}
