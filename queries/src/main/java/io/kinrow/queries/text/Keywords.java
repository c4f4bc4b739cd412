package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Token.Kind;
import java.util.Locale;
import java.util.Set;

/** The words that stand where the name of a table, column, alias or function cannot. */
public final class Keywords {

  private static final Set<String> WORDS =
      Set.of(
          ("all and any as asc between by case cast collate cross delete desc distinct do else end"
                  + " escape except exists fetch filter for from full glob group having if ilike in"
                  + " inner insert intersect into is isnull join lateral left like limit match"
                  + " natural not nothing notnull null nulls offset on or order outer over partition"
                  + " recursive regexp replace returning right select set similar some then union"
                  + " update using values when where window with conflict materialized rows range"
                  + " true false default indexed")
              .split(" "));

  private Keywords() {}

  /** Returns whether a token is one of them. */
  public static boolean isOne(Token token) {
    return token.kind() == Kind.WORD && WORDS.contains(token.text().toLowerCase(Locale.ROOT));
  }

  /** Returns all of them. */
  public static Set<String> all() {
    return WORDS;
  }
}
