package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a statement that SQLite refuses, and where: SQLite tells no place. */
final class SqliteMistakes {

  private static final Pattern NO_COLUMN = Pattern.compile("no such column: (?:(.*)\\.)?(.*)");
  private static final Pattern NO_COLUMN_OF =
      Pattern.compile("table (.*) has no column named (.*)");

  private final SqliteRelations schema;
  private final QueryText query;
  private final List<Token> tokens;
  private final NamedSources sources;
  private final SqlitePlaces places;

  SqliteMistakes(
      Connection connection, SqliteRelations schema, Relations relations, QueryText query) {
    this.schema = schema;
    this.query = query;
    this.tokens = query.tokens();
    QueryShape shape = QueryShape.of(tokens);
    this.sources = new NamedSources(shape, relations);
    this.places = new SqlitePlaces(connection, query.text(), shape);
  }

  WrongSqlException explain(SQLException refusal) {
    String message = SqlitePlaces.message(refusal);
    if (message.equals("incomplete input")) {
      int end = tokens.get(tokens.size() - 1).end();
      return new WrongSqlException(
          end, end, "the statement ends too early. Complete it, or close what is open");
    } else if (message.startsWith("near ") || message.startsWith("unrecognized token")) {
      return syntax();
    }
    Matcher column = NO_COLUMN.matcher(message);
    Matcher columnOf = NO_COLUMN_OF.matcher(message);
    if (column.matches()) {
      return noColumn(message, column.group(1) == null ? "" : column.group(1), column.group(2));
    } else if (columnOf.matches()) {
      return sources.at(
          places.name(message, columnOf.group(2), SqlitePlaces.Kind.COLUMN),
          NamedSources.noColumn(
              columnOf.group(2), schema.relation(columnOf.group(1)).stream().toList()));
    }
    return byBeginning(message);
  }

  private WrongSqlException syntax() {
    int at = places.syntax();
    Token token = tokens.get(at);
    String hint =
        Guesses.keyword(tokens, at)
            .orElse(". Check what stands before it: SQLite expects something else here");
    return new WrongSqlException(
        token.start(), token.end(), "syntax error at '%s'%s".formatted(token.text(), hint));
  }

  private WrongSqlException noColumn(String message, String qualifier, String name) {
    int at = places.name(message, name, SqlitePlaces.Kind.COLUMN);
    boolean afterDot = !qualifier.isEmpty() && at >= 2 && tokens.get(at - 1).is(".");
    String text = sources.noColumn(afterDot ? qualifier : "", name);
    return text.startsWith("there is no table or alias")
        ? sources.at(at - 2, text)
        : sources.at(at, text);
  }

  private WrongSqlException byBeginning(String message) {
    for (SqliteRefusal refusal : SqliteRefusal.values()) {
      Matcher matcher = refusal.pattern().matcher(message);
      if (matcher.matches()) {
        String name = matcher.groupCount() > 0 ? matcher.group(1) : "";
        return switch (refusal) {
          case NO_TABLE ->
              sources.at(
                  places.name(message, name, SqlitePlaces.Kind.TABLE),
                  "there is no table '%s'%s".formatted(name, Guesses.of(name, tables())));
          case NO_FUNCTION ->
              sources.at(
                  places.name(message, name, SqlitePlaces.Kind.FUNCTION),
                  "there is no function '%s'%s".formatted(name, Guesses.near(name, functions())));
          case AMBIGUOUS -> {
            String column = name.substring(name.lastIndexOf('.') + 1);
            yield sources.at(
                places.name(message, column, SqlitePlaces.Kind.COLUMN), sources.ambiguous(column));
          }
          default ->
              sources.at(
                  name.isEmpty() || refusal.word() != null
                      ? places.word(refusal.word())
                      : places.name(message, name, refusal.kind()),
                  refusal.text(matcher));
        };
      }
    }
    return sources.at(0, "SQLite refuses this statement: " + message);
  }

  private List<String> tables() {
    return schema.all().stream().map(KnownRelation::name).toList();
  }

  private Set<String> functions() {
    Set<String> names = new TreeSet<>(schema.functions());
    names.removeIf(name -> !name.matches("\\w+"));
    return names;
  }

  @Override
  public String toString() {
    return query.text();
  }
}
