package io.kinrow.migrate.catalog;

import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the texts of {@code CREATE INDEX}, {@code VIEW} and {@code TRIGGER} apart. */
final class Sources {

  /** Words after which an expression goes on, though SQLite also takes them for names. */
  private static final Set<String> GOES_ON =
      Set.of(
          "by", "like", "glob", "regexp", "match", "offset", "recursive", "filter", "over", "of");

  private static final Set<String> VALUES =
      Set.of(
          "as",
          "end",
          "null",
          "true",
          "false",
          "current_time",
          "current_date",
          "current_timestamp");

  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_$ .]*");

  private Sources() {}

  /**
   * The text as it can stand in a script. SQLite keeps a comment that follows the last token, which
   * would swallow a semicolon; and Flyway knows no names in brackets, so that what is special to it
   * inside them is only safe in double quotes.
   */
  static String forScripts(String sql) {
    List<Token> tokens = Tokenizer.tokens(sql);
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.QUOTED && !PLAIN_NAME.matcher(token.unquoted()).matches()) {
        text.append(sql, from, token.start()).append(Names.quoted(token.unquoted()));
        from = token.end();
      }
    }
    int end = tokens.isEmpty() ? sql.length() : tokens.get(tokens.size() - 1).end();
    return text.append(sql, from, end).toString();
  }

  /** The tokens after the name of a view, trigger or virtual table. */
  static List<Token> afterName(String sql, String kind) {
    List<Token> tokens = Tokenizer.tokens(sql);
    int at = 0;
    while (!tokens.get(at).is(kind)) {
      at++;
    }
    at++;
    if (tokens.get(at).is("IF")) {
      at += 3;
    }
    at += at + 1 < tokens.size() && tokens.get(at + 1).is(".") ? 3 : 1;
    return tokens.subList(at, tokens.size());
  }

  /** The parts of an index's list, each without its COLLATE and order. */
  static List<List<Token>> indexParts(String sql) {
    List<Token> tokens = afterName(sql, "INDEX");
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens.subList(2, tokens.size())) {
      if (depth == 1 && (token.is(",") || token.is(")"))) {
        parts.add(withoutOrder(part));
        part = new ArrayList<>();
        if (token.is(")")) {
          break;
        }
        continue;
      }
      if (depth > 0) {
        part.add(token);
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
    return parts;
  }

  /** The condition of a partial index; empty when it has none. */
  static List<Token> indexCondition(String sql) {
    List<Token> tokens = afterName(sql, "INDEX");
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0 && tokens.get(i).is("WHERE")) {
        return tokens.subList(i + 1, tokens.size());
      }
    }
    return List.of();
  }

  /** Whether a name after this token is an alias, or a name in a list of them. */
  static boolean endsExpression(Token token) {
    return switch (token.kind()) {
      case SYMBOL -> token.is(")");
      case WORD -> {
        String word = token.text().toLowerCase(Locale.ROOT);
        yield VALUES.contains(word) || !(Names.isReserved(word) || GOES_ON.contains(word));
      }
      default -> true;
    };
  }

  /**
   * The names, as written, that a view or trigger gives itself: aliases, and the view's list of
   * columns.
   */
  static Set<String> aliases(List<Token> tokens) {
    Set<String> aliases = new HashSet<>();
    boolean list = !tokens.isEmpty() && tokens.get(0).is("(");
    for (int i = 0; i < tokens.size(); i++) {
      list &= !tokens.get(i).is("AS");
      if (tokens.get(i).isName() && (list || (i > 0 && endsExpression(tokens.get(i - 1))))) {
        aliases.add(tokens.get(i).unquoted());
      }
    }
    return aliases;
  }

  /** The arguments of a module, whose values it may read as they stand: {@code content=Posts}. */
  static List<Token> withExactValues(List<Token> tokens) {
    List<Token> exact = new ArrayList<>();
    boolean value = false;
    for (Token token : tokens) {
      boolean word = token.isName();
      exact.add(
          value && word
              ? new Token(
                  Token.Kind.STRING, Names.literal(token.unquoted()), token.start(), token.end())
              : token);
      value = token.is("=") || (value && !token.is(",") && !token.is(")"));
    }
    return exact;
  }

  private static List<Token> withoutOrder(List<Token> part) {
    int end = part.size();
    if (end > 1 && (part.get(end - 1).is("ASC") || part.get(end - 1).is("DESC"))) {
      end--;
    }
    if (end > 2 && part.get(end - 2).is("COLLATE")) {
      end -= 2;
    }
    return List.copyOf(part.subList(0, end));
  }

  /** What SQLite assumes where a trigger does not say it is left out, or written out. */
  static List<Token> triggerDefinition(List<Token> tokens) {
    List<Token> kept = new ArrayList<>();
    boolean header = true;
    for (int i = 0; i < tokens.size(); i++) {
      header &= !tokens.get(i).is("BEGIN");
      boolean forEachRow = header && tokens.get(i).is("FOR") && tokens.get(i + 1).is("EACH");
      if (forEachRow) {
        i += 2;
      } else if (!(i == 0 && tokens.get(i).is("BEFORE"))) {
        kept.add(tokens.get(i));
      }
    }
    return kept;
  }
}
