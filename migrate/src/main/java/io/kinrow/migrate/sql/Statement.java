package io.kinrow.migrate.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a script.
 *
 * @param text the statement without its closing semicolon and without comments around it
 * @param tokens its tokens; offsets are those of the script
 * @param line the line of the script it starts on, from 1
 */
public record Statement(String text, List<Token> tokens, int line) {

  private static final List<String> TRANSACTION =
      List.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");

  /**
   * Cuts a script into statements at each semicolon outside a trigger's {@code BEGIN … END}, which
   * ends, as for SQLite's own shell, at an {@code END} after a semicolon.
   *
   * @throws SqlSyntaxException when a string or quoted name is not closed
   */
  public static List<Statement> split(String script) {
    List<Statement> statements = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    Lines lines = new Lines(script);
    for (Token token : Tokenizer.tokens(script)) {
      if (token.is(";") && (!startsTrigger(current) || endsTrigger(current))) {
        add(statements, script, current, lines);
        current = new ArrayList<>();
      } else {
        current.add(token);
      }
    }
    add(statements, script, current, lines);
    return List.copyOf(statements);
  }

  /**
   * Returns whether the statement starts with these words, {@code startsWith("CREATE", "TABLE")}.
   */
  public boolean startsWith(String... words) {
    return startsWith(tokens, words);
  }

  /**
   * Returns what is created, as {@code TABLE}, {@code INDEX}, {@code VIEW} or {@code TRIGGER}; else
   * "".
   */
  public String creates() {
    if (!startsWith("CREATE")) {
      return "";
    }
    for (Token token : tokens.subList(1, Math.min(tokens.size(), 4))) {
      for (String kind : List.of("TABLE", "INDEX", "VIEW", "TRIGGER")) {
        if (token.is(kind)) {
          return kind;
        }
      }
    }
    return "";
  }

  /** Returns whether it begins, ends or marks a transaction. */
  public boolean isTransactional() {
    return TRANSACTION.stream().anyMatch(tokens.get(0)::is);
  }

  /** Returns the name of what is created, without its schema and quotes; else "". */
  public String createdName() {
    String kind = creates();
    int at = kind.isEmpty() ? tokens.size() : nameAfter(kind, tokens);
    return at < tokens.size() ? tokens.get(at).unquoted() : "";
  }

  /**
   * Returns where the name of what is created or dropped stands: after {@code TABLE}, {@code VIEW}
   * and so on, {@code IF NOT EXISTS} or {@code IF EXISTS}, and a schema.
   *
   * @param kind the word before it, which the tokens have
   * @return its index among the tokens, which may be past their end
   */
  public static int nameAfter(String kind, List<Token> tokens) {
    int at = 0;
    while (!tokens.get(at).is(kind)) {
      at++;
    }
    at++;
    boolean conditional =
        at + 1 < tokens.size()
            && tokens.get(at).is("IF")
            && (tokens.get(at + 1).is("NOT") || tokens.get(at + 1).is("EXISTS"));
    if (conditional) {
      at += tokens.get(at + 1).is("NOT") ? 3 : 2;
    }
    boolean qualified = at + 2 < tokens.size() && tokens.get(at + 1).is(".");
    return qualified ? at + 2 : at;
  }

  private static void add(
      List<Statement> statements, String script, List<Token> tokens, Lines lines) {
    if (tokens.isEmpty()) {
      return;
    }
    int start = tokens.get(0).start();
    int end = tokens.get(tokens.size() - 1).end();
    lines.advanceTo(start);
    statements.add(new Statement(script.substring(start, end), List.copyOf(tokens), lines.line()));
  }

  private static boolean endsTrigger(List<Token> tokens) {
    int last = tokens.size() - 1;
    return tokens.get(last).is("END") && tokens.get(last - 1).is(";");
  }

  private static boolean startsTrigger(List<Token> tokens) {
    return startsWith(tokens, "CREATE", "TRIGGER")
        || startsWith(tokens, "CREATE", "TEMP", "TRIGGER")
        || startsWith(tokens, "CREATE", "TEMPORARY", "TRIGGER");
  }

  private static boolean startsWith(List<Token> tokens, String... words) {
    if (tokens.size() < words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }
}
