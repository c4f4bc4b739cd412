package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import java.util.List;
import javax.lang.model.SourceVersion;

/** Makes sure that a parameter has a name that a parameter of a Java method can have. */
final class ParameterNames {

  private ParameterNames() {}

  static void check(List<Token> tokens, int index, SqlSyntax syntax) throws WrongSqlException {
    Token token = tokens.get(index);
    String text = token.text();
    String name = text.substring(1);
    if (text.charAt(0) != ':') {
      throw SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name)
          ? wrong(
              token, "parameters are written with a colon: :%s instead of %s".formatted(name, text))
          : unnamed(token);
    } else if (name.isEmpty()) {
      throw wrong(
          token, "there is no name after this colon. Write one without a blank, such as :name");
    } else if (!SourceVersion.isIdentifier(name)) {
      throw wrong(
          token,
          "%s cannot be the name of a parameter of a Java method. Write a name, such as :name"
              .formatted(text));
    } else if (SourceVersion.isKeyword(name)) {
      throw wrong(
          token,
          "%s is a keyword of Java, and cannot be the name of a method's parameter. Write another name, such as :%1$sValue"
              .formatted(name));
    }
    boolean dot =
        index + 1 < tokens.size()
            && tokens.get(index + 1).is(".")
            && tokens.get(index + 1).start() == token.end();
    if (dot) {
      Token last = tokens.get(Math.min(index + 2, tokens.size() - 1));
      throw new WrongSqlException(
          token.start(),
          last.end(),
          "a parameter is a single name, without a dot. Pass the value itself: :"
              + (last.isName() ? last.text() : name));
    }
  }

  static WrongSqlException unnamed(Token token) {
    return wrong(token, "parameters have names: write :name instead of %s".formatted(token.text()));
  }

  private static WrongSqlException wrong(Token token, String message) {
    return new WrongSqlException(token.start(), token.end(), message);
  }
}
