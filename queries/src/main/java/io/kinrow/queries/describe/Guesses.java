package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Token;
import io.kinrow.processor.problem.Spelling;
import io.kinrow.queries.text.Keywords;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was probably meant. */
final class Guesses {

  private static final int SHORT = 3;

  private Guesses() {}

  /** {@code "; did you mean 'users'?"}, or the names there are. */
  static String of(String wanted, Collection<String> known) {
    return Spelling.hint(wanted, known);
  }

  /** The same, without a list of names where there are very many. */
  static String near(String wanted, Collection<String> known) {
    String hint = Spelling.hint(wanted, known);
    return hint.contains("did you mean") ? hint : ". Correct the name";
  }

  /** A syntax error is often a misspelled keyword: there, or before. */
  static Optional<String> keyword(List<Token> tokens, int at) {
    for (int i = at; i >= Math.max(0, at - 2); i--) {
      Token token = tokens.get(i);
      String word = token.text().toLowerCase(Locale.ROOT);
      if (token.kind() == Token.Kind.WORD && word.length() > SHORT && !Keywords.isOne(token)) {
        String hint =
            Keywords.all().stream()
                .filter(keyword -> letters(keyword).equals(letters(word)))
                .findFirst()
                .map(keyword -> "; did you mean '" + keyword + "'?")
                .orElseGet(() -> Spelling.hint(word, Keywords.all()));
        if (hint.contains("did you mean")) {
          return Optional.of(i == at ? hint : " after '" + token.text() + "'" + hint);
        }
      }
    }
    return Optional.empty();
  }

  /** Letters in another order are the most likely mistake in a keyword. */
  private static List<Integer> letters(String word) {
    return word.chars().sorted().boxed().toList();
  }

  /** Words as {@code a, b and c}. */
  static String list(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1))
            + " and "
            + words.get(words.size() - 1);
  }
}
