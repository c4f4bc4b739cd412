package io.kinrow.migrate.sql;

import io.kinrow.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gives SQL that means the same the same text: quotes around names, case, white space, comments,
 * outer parentheses and {@code ==} for {@code =} make no difference.
 */
public final class Canonical {

  private static final Set<String> VALUES =
      Set.of("null", "true", "false", "current_time", "current_date", "current_timestamp");

  private Canonical() {}

  /**
   * Returns the canonical text of an expression or statement.
   *
   * @param isName tells whether something of this lower-case name exists: a double-quoted text that
   *     names nothing is a string to SQLite, and its case matters
   */
  public static String of(List<Token> tokens, Predicate<String> isName) {
    Set<String> bare = bareNames(tokens);
    List<Token> inner = withoutOuterParentheses(tokens);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < inner.size(); i++) {
      boolean dotted =
          (i > 0 && inner.get(i - 1).is(".")) || (i + 1 < inner.size() && inner.get(i + 1).is("."));
      words.add(word(inner.get(i), name -> dotted || bare.contains(name) || isName.test(name)));
    }
    return String.join(" ", words);
  }

  /** The words that can be names of something: an alias, or a column that is also named bare. */
  private static Set<String> bareNames(List<Token> tokens) {
    Set<String> bare = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
      if (token.kind() == Kind.WORD && !called && !Names.isReserved(token.text())) {
        bare.add(token.folded());
      }
    }
    return bare;
  }

  /** Leaves out the qualifier {@code name.} wherever it stands. */
  public static List<Token> withoutQualifier(List<Token> tokens, String name) {
    List<Token> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean qualifier =
          i + 2 < tokens.size()
              && tokens.get(i + 1).is(".")
              && tokens.get(i).isName()
              && Names.same(tokens.get(i).unquoted(), name);
      if (qualifier) {
        i++;
      } else {
        kept.add(tokens.get(i));
      }
    }
    return kept;
  }

  private static String word(Token token, Predicate<String> isName) {
    return switch (token.kind()) {
      case DOUBLE_QUOTED, QUOTED -> {
        String name = Names.folded(token.unquoted());
        if (token.kind() == Kind.DOUBLE_QUOTED && !isName.test(name)) {
          yield Names.literal(token.unquoted());
        }
        yield Names.isPlain(name) && !VALUES.contains(name) ? name : Names.quoted(name);
      }
      case SYMBOL -> token.is("==") ? "=" : token.is("!=") ? "<>" : token.text();
      default -> token.folded();
    };
  }

  private static List<Token> withoutOuterParentheses(List<Token> tokens) {
    List<Token> inner = tokens;
    while (inner.size() > 2 && inner.get(0).is("(") && closingOf(inner) == inner.size() - 1) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  private static int closingOf(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
