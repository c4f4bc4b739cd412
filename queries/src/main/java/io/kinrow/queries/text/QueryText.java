package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import java.util.List;
import java.util.Map;

/**
 * The text of a query, read.
 *
 * @param text the text as the source has it
 * @param tokens its tokens, without a semicolon at the end
 * @param parameters the names of its parameters, in the order of their first use
 * @param uses the places where they are used, in order
 * @param sent the text for JDBC: a question mark for each use, or several for a list of rows
 * @param numbered the text as the server gets it: {@code $1} for each question mark on PostgreSQL
 * @param casts by the index of a question mark, the type that it is cast to; for a list of rows on
 *     SQLite, the columns that it is compared with
 */
public record QueryText(
    String text,
    List<Token> tokens,
    List<String> parameters,
    List<ParameterUse> uses,
    RewrittenText sent,
    RewrittenText numbered,
    Map<Integer, String> casts) {

  /** Copies the lists. */
  public QueryText {
    tokens = List.copyOf(tokens);
    parameters = List.copyOf(parameters);
    uses = List.copyOf(uses);
    casts = Map.copyOf(casts);
  }

  /** Returns the text for JDBC. */
  public String sql() {
    return sent.sql();
  }

  /** Returns the number of question marks. */
  public int marks() {
    return uses.stream().mapToInt(ParameterUse::marks).sum();
  }

  /** Returns the use that a question mark stands for. */
  public ParameterUse useOf(int mark) {
    return uses.stream()
        .filter(use -> mark < use.firstMark() + use.marks())
        .findFirst()
        .orElseThrow();
  }

  /** Returns how many values each element of a parameter has; several if it is a list of rows. */
  public int width(int parameter) {
    return uses.stream()
        .filter(use -> use.parameter() == parameter)
        .mapToInt(ParameterUse::width)
        .max()
        .orElse(1);
  }

  /** Returns whether a parameter is a list. */
  public boolean isList(int parameter) {
    return uses.stream().anyMatch(use -> use.parameter() == parameter && use.list());
  }
}
