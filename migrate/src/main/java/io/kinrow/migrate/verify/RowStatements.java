package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells statements whose whole effect a catalogue shows from those that change rows, or may. */
final class RowStatements {

  /** What these do is in the catalogue, or changes nothing that is compared. */
  private static final Set<String> OF_SCHEMA =
      Set.of(
          "create", "alter", "drop", "comment", "grant", "revoke", "reindex", "vacuum", "analyze",
          "pragma", "set", "reset");

  private RowStatements() {}

  /**
   * The first statement that may have changed rows of tables that stood there before; rows of the
   * script's own tables go with those.
   */
  static Optional<String> firstOnRowsOf(List<String> statements, Snapshot before) {
    Set<Name> own = new HashSet<>();
    boolean fires = false;
    for (String statement : statements) {
      List<Token> tokens = tokens(statement);
      String first = tokens.isEmpty() ? "" : tokens.get(0).text().toLowerCase(Locale.ROOT);
      if (first.equals("create")) {
        created(tokens).filter(name -> !before.hasTable(name)).ifPresent(own::add);
        fires |= tokens.stream().anyMatch(token -> token.is("TRIGGER") || token.is("RULE"));
      }
      boolean onlyOwn =
          !fires
              && target(first, tokens).filter(own::contains).isPresent()
              && tokens.stream().skip(1).noneMatch(RowStatements::changesRows);
      if (!OF_SCHEMA.contains(first) && !onlyOwn) {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }

  /** None where the text is not one that can be read here. */
  private static List<Token> tokens(String statement) {
    try {
      return Tokenizer.tokens(statement);
    } catch (SqlSyntaxException e) {
      String first = statement.strip().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
      return first.equals("create") ? Tokenizer.first(statement, 3) : List.of();
    }
  }

  private static boolean changesRows(Token token) {
    return token.is("INSERT") || token.is("UPDATE") || token.is("DELETE") || token.is("MERGE");
  }

  /** The name behind CREATE TABLE, without its schema. */
  private static Optional<Name> created(List<Token> tokens) {
    for (int at = 1; at < tokens.size(); at++) {
      if (tokens.get(at).is("TABLE")) {
        int name = at + 1;
        if (name + 3 < tokens.size() && tokens.get(name).is("IF")) {
          name += 3;
        }
        return name(tokens, name);
      }
      if (tokens.get(at).is("(") || tokens.get(at).is("AS")) {
        break;
      }
    }
    return Optional.empty();
  }

  /** The table of INSERT INTO, UPDATE and DELETE FROM in their plain forms. */
  private static Optional<Name> target(String first, List<Token> tokens) {
    return switch (first) {
      case "insert" ->
          tokens.size() > 2 && tokens.get(1).is("INTO") ? name(tokens, 2) : Optional.empty();
      case "delete" ->
          tokens.size() > 2 && tokens.get(1).is("FROM") ? name(tokens, 2) : Optional.empty();
      case "update" -> name(tokens, 1);
      default -> Optional.empty();
    };
  }

  private static Optional<Name> name(List<Token> tokens, int at) {
    int name = at + 2 < tokens.size() && tokens.get(at + 1).is(".") ? at + 2 : at;
    return name < tokens.size() && tokens.get(name).isName()
        ? Optional.of(new Name(tokens.get(name).unquoted()))
        : Optional.empty();
  }
}
