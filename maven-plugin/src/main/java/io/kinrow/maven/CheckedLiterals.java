package io.kinrow.maven;

import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The texts that a CHECK constraint leaves to a column, if it proves that there are no others. What
 * is not understood proves nothing, except beside {@code AND}.
 */
final class CheckedLiterals {

  private static final List<String> TEXT_TYPES = List.of("text", "varchar", "character varying");

  private final List<Token> tokens;
  private final Predicate<String> isColumn;
  private int at;

  private CheckedLiterals(List<Token> tokens, Predicate<String> isColumn) {
    this.tokens = tokens;
    this.isColumn = isColumn;
  }

  /**
   * What a condition proves.
   *
   * @param isColumn whether a name, without its quotes, is the column's
   * @return the literals in the order of the condition; empty if others may be stored
   */
  static Optional<Set<String>> of(List<Token> condition, Predicate<String> isColumn) {
    return condition(condition, isColumn).filter(literals -> !literals.isEmpty());
  }

  /** Those that two constraints leave together, in the order of the first. */
  static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new LinkedHashSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static Optional<Set<String>> condition(
      List<Token> condition, Predicate<String> isColumn) {
    List<Token> bare = unwrapped(condition);
    List<List<Token>> alternatives = split(bare, "or");
    if (alternatives.size() > 1) {
      Set<String> all = new LinkedHashSet<>();
      for (List<Token> alternative : alternatives) {
        Optional<Set<String>> literals = condition(alternative, isColumn);
        if (literals.isEmpty()) {
          return literals;
        }
        all.addAll(literals.get());
      }
      return Optional.of(all);
    }
    if (bare.stream().noneMatch(token -> token.is("between") || token.is("case"))) {
      List<List<Token>> parts = split(bare, "and");
      if (parts.size() > 1) {
        return parts.stream()
            .map(part -> condition(part, isColumn))
            .flatMap(Optional::stream)
            .reduce(CheckedLiterals::both);
      }
    }
    return new CheckedLiterals(bare, isColumn).comparison();
  }

  private static List<Token> unwrapped(List<Token> tokens) {
    List<Token> bare = tokens;
    while (bare.size() > 1 && bare.get(0).is("(") && closing(bare, 0) == bare.size() - 1) {
      bare = bare.subList(1, bare.size() - 1);
    }
    return bare;
  }

  private static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int depth(Token token) {
    if (token.is("(") || token.is("[")) {
      return 1;
    }
    return token.is(")") || token.is("]") ? -1 : 0;
  }

  /** The parts between the word where it is in no parentheses. */
  private static List<List<Token>> split(List<Token> tokens, String word) {
    List<List<Token>> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      if (depth == 0 && tokens.get(i).is(word)) {
        parts.add(tokens.subList(start, i));
        start = i + 1;
      }
    }
    parts.add(tokens.subList(start, tokens.size()));
    return parts;
  }

  /** {@code IS NULL} leaves no text at all. */
  private Optional<Set<String>> comparison() {
    Set<String> literals = new LinkedHashSet<>();
    boolean proved =
        column()
            ? isNull() || in(literals) || equalsAny(literals)
            : literal(literals) && equal() && column();
    return proved && at == tokens.size() ? Optional.of(literals) : Optional.empty();
  }

  private boolean isNull() {
    return takes("isnull") || takes("is", "null");
  }

  private boolean in(Set<String> literals) {
    return takes("in", "(") && list(literals, ")");
  }

  /** PostgreSQL's form of {@code IN}: {@code = ANY (ARRAY['a'::text, 'b'::text])}. */
  private boolean equalsAny(Set<String> literals) {
    if (!equal()) {
      return false;
    }
    if (!takes("any", "(")) {
      return literal(literals);
    }
    int open = 0;
    while (takes("(")) {
      open++;
    }
    boolean proved = takes("array", "[") && list(literals, "]") && casts(true);
    for (; proved && open > 0; open--) {
      proved = takes(")") && casts(true);
    }
    return proved && takes(")");
  }

  private boolean list(Set<String> literals, String end) {
    do {
      if (!literal(literals)) {
        return false;
      }
    } while (takes(","));
    return takes(end);
  }

  private boolean equal() {
    return takes("=") || takes("==");
  }

  private boolean literal(Set<String> literals) {
    if (takes("(")) {
      return literal(literals) && takes(")") && casts(false);
    }
    if (at < tokens.size()
        && tokens.get(at).kind() == Kind.STRING
        && tokens.get(at).text().startsWith("'")) {
      literals.add(tokens.get(at++).unquoted());
      return casts(false);
    }
    return false;
  }

  private boolean column() {
    int start = at;
    if (takes("(")) {
      if (column() && takes(")") && casts(false)) {
        return true;
      }
    } else if (at < tokens.size()
        && tokens.get(at).isName()
        && isColumn.test(tokens.get(at).unquoted())) {
      at++;
      if (casts(false)) {
        return true;
      }
    }
    at = start;
    return false;
  }

  /** Those to texts of any length, which change nothing. */
  private boolean casts(boolean array) {
    while (takes("::") || takes(":", ":")) {
      if (TEXT_TYPES.stream().noneMatch(type -> takes(type.split(" ")))
          || (array && !takes("[", "]"))) {
        return false;
      }
    }
    return true;
  }

  private boolean takes(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }
}
