package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.sql.TableBody.Clause;
import io.kinrow.migrate.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** The text of a foreign key from {@code REFERENCES} on, with its actions. */
final class ReferencesText {

  private final List<Token> tokens;
  private final int references;

  ReferencesText(Clause clause) {
    this.tokens = clause.tokens();
    int at = 0;
    while (!tokens.get(at).is("REFERENCES")) {
      at++;
    }
    this.references = at;
  }

  Name parent() {
    return new Name(tokens.get(references + 1).unquoted());
  }

  /** The referenced columns; none where it does not name them. */
  List<Name> parentColumns() {
    List<Name> named = new ArrayList<>();
    for (int i = references + 3; listsColumns() && !tokens.get(i - 1).is(")"); i += 2) {
      named.add(new Name(tokens.get(i).unquoted()));
    }
    return named;
  }

  /** The end of {@code REFERENCES parent (columns)}. */
  int headEnd() {
    int at = references + 1;
    while (listsColumns() && !tokens.get(at).is(")")) {
      at++;
    }
    return tokens.get(at).end();
  }

  private boolean listsColumns() {
    return references + 2 < tokens.size() && tokens.get(references + 2).is("(");
  }

  /**
   * Sets one of the two actions.
   *
   * @param at where a new one goes
   * @return the end of the one there was, or {@code at}
   */
  int action(TableText text, String event, String action, int at, List<Splice> splices) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).is("ON") && tokens.get(i + 1).is(event)) {
        boolean two = tokens.get(i + 2).is("SET") || tokens.get(i + 2).is("NO");
        int end = tokens.get(i + (two ? 3 : 2)).end();
        String old =
            two
                ? tokens.get(i + 2).text() + " " + tokens.get(i + 3).text()
                : tokens.get(i + 2).text();
        if (!old.equalsIgnoreCase(action)) {
          boolean none = action.equals("NO ACTION");
          splices.add(
              text.replace(
                  none ? tokens.get(i - 1).end() : tokens.get(i + 2).start(),
                  end,
                  none ? "" : action));
        }
        return end;
      }
    }
    if (!action.equals("NO ACTION")) {
      splices.add(text.replace(at, at, clause(event, action)));
    }
    return at;
  }

  static String clause(String event, String action) {
    return action.equals("NO ACTION") ? "" : " ON " + event + " " + action;
  }
}
