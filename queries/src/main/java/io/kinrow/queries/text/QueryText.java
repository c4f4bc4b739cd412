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
 * @param uses the places where they are used, in order: one for each question mark
 * @param sent the text for JDBC: a question mark for each use
 * @param numbered the text as the server gets it: {@code $1} for each question mark on PostgreSQL
 * @param casts by the index of a use, the type that it is cast to
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

  /** Returns whether a parameter is a list. */
  public boolean isList(int parameter) {
    return uses.stream().anyMatch(use -> use.parameter() == parameter && use.list());
  }
}
