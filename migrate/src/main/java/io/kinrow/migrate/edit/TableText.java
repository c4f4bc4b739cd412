package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.CreateTable;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.TableBody;
import io.kinrow.migrate.sql.TableBody.Clause;
import io.kinrow.migrate.sql.TableBody.Element;
import io.kinrow.migrate.sql.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of one {@code CREATE TABLE} in its file, with offsets of the file. Columns and
 * constraints are added and taken out so that they are set out like their neighbours.
 */
final class TableText {

  private final PlacedStatement statement;
  private final TableBody body;

  private TableText(PlacedStatement statement, TableBody body) {
    this.statement = statement;
    this.body = body;
  }

  /**
   * Returns the text of a table.
   *
   * @throws RefusedException if the table has no list of columns that could be edited
   */
  static TableText of(DesiredFiles files, Name table) {
    PlacedStatement found =
        files
            .find("TABLE", table)
            .orElseThrow(() -> RefusedException.because("There is no table " + table));
    if (found.statement().startsWith("CREATE", "VIRTUAL")) {
      throw RefusedException.because(
          found + ": " + table + " is a virtual table; edit its statement instead");
    }
    try {
      TableBody body = shifted(found.table(), found.start());
      return new TableText(found, body);
    } catch (SqlSyntaxException e) {
      throw RefusedException.because(found + ": " + e.getMessage());
    }
  }

  private static TableBody shifted(CreateTable table, int by) {
    TableBody body = table.body();
    if (body == null) {
      throw RefusedException.because(
          "%s takes its columns from a SELECT; list them in its statement first"
              .formatted(table.name().unquoted()));
    }
    List<Element> elements = new ArrayList<>();
    for (Element element : body.elements()) {
      Token column = element.column();
      elements.add(
          new Element(
              column == null ? null : shifted(column, by),
              shifted(element.type(), by),
              shifted(element.tokens(), by),
              element.clauses().stream()
                  .map(c -> new Clause(c.kind(), c.columns(), shifted(c.tokens(), by)))
                  .toList(),
              element.comma() < 0 ? -1 : element.comma() + by));
    }
    return new TableBody(body.open() + by, body.close() + by, elements);
  }

  private static Token shifted(Token token, int by) {
    return new Token(token.kind(), token.text(), token.start() + by, token.end() + by);
  }

  private static List<Token> shifted(List<Token> tokens, int by) {
    return tokens.stream().map(token -> shifted(token, by)).toList();
  }

  Path file() {
    return statement.file();
  }

  String script() {
    return statement.script();
  }

  TableBody body() {
    return body;
  }

  /** The end of the table's name. */
  int nameEnd() {
    return statement.fromName().get(0).end();
  }

  /** A column by its name. */
  Element column(String name) {
    Element column = body.column(name);
    if (column == null) {
      throw RefusedException.because(statement + ": there is no column " + name);
    }
    return column;
  }

  /** The last column, behind which constraints of the table may stand. */
  Element lastColumn() {
    return body.elements().stream()
        .filter(element -> element.column() != null)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  Element last() {
    return body.elements().get(body.elements().size() - 1);
  }

  /** All clauses of a kind, of columns and of the table. */
  List<Clause> clauses(TableBody.Kind kind) {
    return body.elements().stream().flatMap(e -> e.clauses(kind).stream()).toList();
  }

  /** Replaces a piece of the text. */
  Splice replace(int start, int end, String text) {
    return new Splice(file(), start, end, text);
  }

  /** Adds a column or constraint behind another one. */
  List<Splice> insert(Element behind, String definition, String comment) {
    return new ElementSplices(statement, body).insert(behind, definition, comment);
  }

  /** Takes a column or constraint of the table out, with the comment behind it. */
  List<Splice> remove(Element element) {
    return new ElementSplices(statement, body).remove(element);
  }

  /** Takes a clause out: with its column's blanks before it, or a whole element. */
  List<Splice> remove(Clause clause) {
    Element element =
        body.elements().stream()
            .filter(e -> e.clauses().contains(clause))
            .findFirst()
            .orElseThrow();
    if (element.column() == null) {
      return remove(element);
    }
    int from = Blanks.backOverBlanks(script(), clause.start());
    boolean behindToken = element.tokens().stream().anyMatch(token -> token.end() == from);
    return List.of(Splice.cut(file(), behindToken ? from : clause.start(), clause.end()));
  }

  /**
   * The blanks between the name of a new column and its type, so that types stand below each other
   * if they do so already.
   */
  String padding(String name) {
    int place = -1;
    boolean wide = false;
    int columns = 0;
    for (Element element : body.elements()) {
      Token column = element.column();
      if (column == null || element.type().isEmpty()) {
        continue;
      }
      int start = element.type().get(0).start();
      int lineStart = Blanks.lineStart(script(), start);
      int at = start - column.start();
      boolean fits = Blanks.beginsLine(script(), column.start()) && lineStart <= column.start();
      if (!fits || (place >= 0 && at != place)) {
        return " ";
      }
      place = at;
      wide |= start > column.end() + 1;
      columns++;
    }
    return wide && columns > 1 && name.length() < place ? " ".repeat(place - name.length()) : " ";
  }

  /** The clause of a key over these columns in this order. */
  static boolean isOver(Clause clause, List<String> columns) {
    return clause.columns().stream()
        .map(Name::new)
        .toList()
        .equals(columns.stream().map(Name::new).toList());
  }

  @Override
  public String toString() {
    return statement.toString();
  }
}
