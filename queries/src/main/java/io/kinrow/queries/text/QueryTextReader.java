package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the text of one query: what can be told without a database. */
public final class QueryTextReader {

  private final SqlSyntax syntax;
  private final String text;
  private final List<Token> tokens;
  private final Map<Integer, String> casts;
  private final List<ParameterUse> uses = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final RewrittenText.Builder sent = new RewrittenText.Builder();
  private final RewrittenText.Builder numbered = new RewrittenText.Builder();
  private int copied;
  private int marks;

  private QueryTextReader(
      SqlSyntax syntax, String text, List<Token> tokens, Map<Integer, String> casts) {
    this.casts = casts;
    this.syntax = syntax;
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * Reads a text.
   *
   * @throws WrongSqlException if it is not one statement with named parameters
   */
  public static QueryText read(String text, SqlSyntax syntax) throws WrongSqlException {
    return read(text, syntax, Map.of());
  }

  /**
   * Reads a text, with types for single uses of parameters.
   *
   * @param casts by the index of a question mark, the type that it is cast to
   * @throws WrongSqlException if it is not one statement with named parameters
   */
  public static QueryText read(String text, SqlSyntax syntax, Map<Integer, String> casts)
      throws WrongSqlException {
    int nul = text.indexOf(0);
    if (nul >= 0) {
      throw new WrongSqlException(nul, nul + 1, "databases end a text at a NUL. Remove it");
    }
    List<Token> tokens = OneStatement.of(syntax.tokens(text), text, syntax);
    return new QueryTextReader(syntax, text, tokens, casts).read();
  }

  private QueryText read() throws WrongSqlException {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.VARIABLE && !token.text().startsWith("#")) {
        ParameterNames.check(tokens, i, syntax);
        use(i);
      } else if (syntax.hasQuestionMarks()
          && token.kind() == Kind.SYMBOL
          && token.text().contains("?")) {
        operator(i);
      }
    }
    int end = tokens.get(tokens.size() - 1).end();
    copyTo(end);
    QueryText read =
        new QueryText(
            text, tokens, List.copyOf(names), uses, sent.build(end), numbered.build(end), casts);
    refuseListsThatAreNone(read);
    return read;
  }

  private void use(int index) throws WrongSqlException {
    Token token = tokens.get(index);
    names.add(token.text().substring(1));
    int parameter = List.copyOf(names).indexOf(token.text().substring(1));
    boolean list = is(index - 2, "in") && is(index - 1, "(") && is(index + 1, ")");
    int width = list ? new ComparedRow(tokens, syntax).width(index) : 1;
    SqlSyntax.Replacement place;
    if (width > 1) {
      place =
          new SqlSyntax.Replacement(
              token.start(), token.end(), syntax.rows(width, castsOf(syntax.marksOfRows(width))));
    } else if (list) {
      boolean not = is(index - 3, "not");
      place =
          syntax.list(
              tokens.get(not ? index - 3 : index - 2),
              tokens.get(index - 2),
              token,
              tokens.get(index + 1),
              not);
    } else {
      String cast = casts.get(marks);
      place =
          new SqlSyntax.Replacement(
              token.start(),
              token.end(),
              cast == null ? List.of("", "") : List.of("cast(", " as " + cast + ")"));
    }
    copyTo(place.start());
    int first = marks;
    both(place.around().get(0), token.start());
    for (String next : place.around().subList(1, place.around().size())) {
      marks++;
      sent.add("?", token.start());
      numbered.add(syntax.hasQuestionMarks() ? "$" + marks : "?", token.start());
      both(next, token.start());
    }
    uses.add(new ParameterUse(parameter, index, list, width, first, marks - first));
    copied = place.end();
  }

  /** What is known of the next question marks, if it is known of all. */
  private List<String> castsOf(int count) {
    List<String> known = new ArrayList<>();
    for (int mark = marks; mark < marks + count; mark++) {
      String cast = casts.get(mark);
      if (cast == null) {
        return List.of();
      }
      known.add(cast);
    }
    return known;
  }

  /** The driver takes a question mark for a parameter unless it is written twice. */
  private void operator(int index) throws WrongSqlException {
    Token token = tokens.get(index);
    boolean alone = token.text().equals("?");
    boolean value =
        index == 0 || index + 1 == tokens.size() || isBeforeValue(tokens.get(index - 1));
    if (alone && value) {
      throw ParameterNames.unnamed(token);
    }
    copyTo(token.start());
    String plain = token.text().replace("??", "?");
    numbered.add(plain, token.start());
    sent.add(plain.replace("?", "??"), token.start());
    copied = token.end();
  }

  private static boolean isBeforeValue(Token token) {
    return Keywords.isOne(token)
        || (token.kind() == Kind.SYMBOL && !token.is(")") && !token.is("]"));
  }

  private void both(String part, int origin) {
    sent.add(part, origin);
    numbered.add(part, origin);
  }

  private void copyTo(int end) {
    if (end > copied) {
      sent.copy(text, copied, end);
      numbered.copy(text, copied, end);
      copied = end;
    }
  }

  private boolean is(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
  }

  private void refuseListsThatAreNone(QueryText read) throws WrongSqlException {
    for (ParameterUse use : read.uses()) {
      if (!use.list() && read.isList(use.parameter())) {
        Token token = tokens.get(use.token());
        throw new WrongSqlException(
            token.start(),
            token.end(),
            "%s is a list elsewhere, in (%1$s), and a single value here. Use two parameters"
                .formatted(token.text()));
      }
      int width = read.width(use.parameter());
      if (use.width() != width) {
        Token token = tokens.get(use.token());
        throw new WrongSqlException(
            token.start(),
            token.end(),
            "%s is a list of rows of %d values elsewhere, and a list of %s here. Use two parameters"
                .formatted(
                    token.text(),
                    width,
                    use.rows() ? "rows of " + use.width() + " values" : "single values"));
      }
    }
  }
}
