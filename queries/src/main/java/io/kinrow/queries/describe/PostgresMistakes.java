package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says what is wrong with a statement that PostgreSQL refuses, and where. */
final class PostgresMistakes {

  private static final String NAME = "\"?([^\"]+?)\"?";
  private static final Pattern NO_COLUMN =
      Pattern.compile("column (?:" + NAME + "\\.)?" + NAME + " does not exist");
  private static final Pattern NO_COLUMN_OF =
      Pattern.compile("column " + NAME + " of relation " + NAME + " does not exist");
  private static final Pattern NO_TABLE = Pattern.compile("relation " + NAME + " does not exist");
  private static final Pattern NO_ALIAS =
      Pattern.compile("(?:missing|invalid reference to) FROM-clause entry for table " + NAME);
  private static final Pattern NO_FUNCTION =
      Pattern.compile("function (.*?)\\((.*)\\) does not exist");
  private static final Pattern AMBIGUOUS =
      Pattern.compile("column reference " + NAME + " is ambiguous");
  private static final Pattern SYNTAX =
      Pattern.compile("syntax error at or near \"(.*)\"", Pattern.DOTALL);
  private static final Pattern NO_TYPE =
      Pattern.compile("could not determine data type of parameter \\$(\\d+)");
  private static final Pattern MEANT = Pattern.compile(".*did you mean '(.*)'\\?");
  private static final Pattern NO_NAMED_TYPE = Pattern.compile("type " + NAME + " does not exist");

  private final PostgresRelations schema;
  private final QueryText query;
  private final List<Token> tokens;
  private final NamedSources sources;

  PostgresMistakes(PostgresRelations schema, QueryText query, QueryShape shape) {
    this.schema = schema;
    this.query = query;
    this.tokens = query.tokens();
    this.sources = new NamedSources(shape, schema);
  }

  WrongSqlException explain(SQLException refusal) throws SQLException {
    ServerErrorMessage server =
        refusal instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    if (server == null || server.getMessage() == null) {
      throw refusal;
    }
    String message = server.getMessage();
    int at =
        message.contains("ON CONFLICT") && server.getPosition() <= 0
            ? word("conflict")
            : token(server.getPosition());
    if (message.equals("syntax error at end of input")) {
      int end = tokens.get(tokens.size() - 1).end();
      return new WrongSqlException(
          end, end, "the statement ends too early. Complete it, or close what is open");
    }
    Matcher noType = NO_TYPE.matcher(message);
    if (noType.matches()) {
      int use = Integer.parseInt(noType.group(1)) - 1;
      return noType(query.useOf(Math.min(use, query.marks() - 1)).token());
    }
    return sources.at(last(at), text(message, at, server));
  }

  private WrongSqlException noType(int token) {
    String name = tokens.get(token).text();
    return sources.at(
        token,
        "PostgreSQL cannot tell the type of %s here. Write it: cast(%1$s as text), or whichever type it has"
            .formatted(name));
  }

  private String text(String message, int at, ServerErrorMessage server) throws SQLException {
    Matcher matcher = NO_COLUMN_OF.matcher(message);
    if (matcher.matches()) {
      String table = matcher.group(2);
      return NamedSources.noColumn(
          matcher.group(1),
          schema.all().stream().filter(each -> each.name().equals(table)).limit(1).toList());
    }
    matcher = NO_COLUMN.matcher(message);
    if (matcher.matches()) {
      String text =
          sources.noColumn(matcher.group(1) == null ? "" : matcher.group(1), matcher.group(2));
      return text + quotes(last(at), text);
    }
    matcher = NO_TABLE.matcher(message);
    if (matcher.matches()) {
      return noTable(matcher.group(1));
    }
    matcher = NO_ALIAS.matcher(message);
    if (matcher.matches()) {
      return sources.noColumn(matcher.group(1), "");
    }
    matcher = AMBIGUOUS.matcher(message);
    if (matcher.matches()) {
      return sources.ambiguous(matcher.group(1));
    }
    matcher = NO_FUNCTION.matcher(message);
    if (matcher.matches()) {
      return noFunction(matcher.group(1), matcher.group(2));
    }
    matcher = SYNTAX.matcher(message);
    if (matcher.matches()) {
      return "syntax error at '%s'%s".formatted(matcher.group(1), syntaxHint(at));
    }
    matcher = NO_NAMED_TYPE.matcher(message);
    if (matcher.matches()) {
      return "there is no type '%s'. Correct the name, or create the type in a migration"
          .formatted(matcher.group(1));
    }
    return PostgresRemedies.added(message, Optional.ofNullable(server.getHint()));
  }

  private String noTable(String name) {
    boolean qualified = name.contains(".");
    List<String> elsewhere =
        schema.all().stream()
            .filter(each -> each.name().equals(name))
            .map(each -> each.schema() + "." + each.name())
            .toList();
    return elsewhere.isEmpty()
        ? "there is no table '%s'%s"
            .formatted(
                name,
                Guesses.of(
                    name,
                    schema.all().stream()
                        .map(each -> (qualified ? each.schema() + "." : "") + each.name())
                        .toList()))
        : "there is no table '%s' in the schemas that are searched. Write %s"
            .formatted(name, String.join(" or ", elsewhere));
  }

  /** Double quotes are for names, and names with capital letters need them. */
  private String quotes(int at, String text) {
    Token token = tokens.get(at);
    String name = token.unquoted();
    if (token.kind() == Token.Kind.DOUBLE_QUOTED && !text.endsWith("?")) {
      return ". A string is written in single quotes: '" + name + "'";
    }
    Matcher meant = MEANT.matcher(text);
    return meant.matches() && meant.group(1).equalsIgnoreCase(name)
        ? " Write it in double quotes: \"" + meant.group(1) + "\""
        : "";
  }

  private String syntaxHint(int at) {
    if (tokens.get(at).is(":")) {
      return ". A parameter is written without a blank: :name";
    }

    boolean question = tokens.get(at).text().contains("?");
    return question
        ? ". Parameters have names: write :name instead of ?"
        : Guesses.keyword(tokens, at)
            .orElse(". Check what stands before it: PostgreSQL expects something else here");
  }

  private String noFunction(String name, String types) throws SQLException {
    Set<String> names = new TreeSet<>(schema.functions());
    if (names.contains(name)) {
      return "there is a function '%s', but not for (%s). Cast the arguments to the types that it takes"
          .formatted(name, types);
    }
    names.removeIf(each -> !each.matches("\\w+"));
    return "there is no function '%s'%s".formatted(name, Guesses.near(name, names));
  }

  /** The token at a position that the server tells, which counts characters from 1. */
  private int token(int position) {
    if (position <= 0) {
      return 0;
    }
    String sent = query.numbered().sql();
    int codePoints = Math.min(position - 1, sent.codePointCount(0, sent.length()));
    int origin = query.numbered().origin(sent.offsetByCodePoints(0, codePoints));
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).end() > origin) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  private int word(String word) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(word)) {
        return i;
      }
    }
    return 0;
  }

  /** Names are marked where they end: the column of {@code u.nicknam}. */
  private int last(int at) {
    boolean qualified =
        at + 2 < tokens.size() && tokens.get(at).isName() && tokens.get(at + 1).is(".");
    return qualified && !isAlias(at) ? at + 2 : at;
  }

  /** Whether a qualifier is what is wrong. */
  private boolean isAlias(int at) {
    return sources.noColumn(tokens.get(at).unquoted(), "").startsWith("there is no table or alias");
  }
}
