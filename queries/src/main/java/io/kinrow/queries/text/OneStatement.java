package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import io.kinrow.processor.problem.Spelling;
import java.util.List;
import java.util.Locale;

/** Makes sure that a text is one statement that reads or writes rows. */
final class OneStatement {

  private OneStatement() {}

  /** The tokens without the semicolon at the end. */
  static List<Token> of(List<Token> tokens, String text, SqlSyntax syntax)
      throws WrongSqlException {
    int size = 0;
    while (size < tokens.size() && !tokens.get(size).is(";")) {
      size++;
    }
    if (size == 0) {
      throw new WrongSqlException(
          tokens.isEmpty() ? 0 : tokens.get(0).start(),
          tokens.isEmpty() ? text.length() : tokens.get(0).end(),
          "there is no statement here. Write one, such as select * from users where id = :id");
    }
    for (int i = size; i < tokens.size(); i++) {
      if (!tokens.get(i).is(";")) {
        throw new WrongSqlException(
            tokens.get(i).start(),
            tokens.get(i).end(),
            "a second statement starts here, and a declared query has exactly one. Declare a method of its own for it");
      }
    }
    refuseOthers(tokens.get(0), syntax);
    return tokens.subList(0, size);
  }

  private static void refuseOthers(Token first, SqlSyntax syntax) throws WrongSqlException {
    String word = first.text().toLowerCase(Locale.ROOT);
    if (!syntax.beginnings().contains(word)) {
      String hint = first.isName() ? Spelling.hint(word, syntax.beginnings()) : "";
      throw new WrongSqlException(
          first.start(),
          first.end(),
          hint.contains("did you mean")
              ? "a statement cannot begin with '%s'%s".formatted(first.text(), hint)
              : "a declared query reads or writes rows, and a statement that begins with '%s' does not. Begin with select, with, insert, update or delete; put changes of the schema in a migration"
                  .formatted(first.text()));
    }
  }
}
