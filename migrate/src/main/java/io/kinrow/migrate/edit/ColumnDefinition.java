package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.edit.Edit.ColumnShape;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.CreateTable;
import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.TableBody;
import io.kinrow.migrate.sql.TableBody.Element;
import io.kinrow.migrate.sql.TableBody.Kind;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a column as a drawing knows it. A type or default that is more than that is refused: a
 * default of {@code 1 UNIQUE} would be a key.
 *
 * @param name its name in SQL
 * @param type its type as it was given
 * @param defaultSql what stands behind DEFAULT, or ""
 * @param column what SQLite takes it for
 * @param comment its comment
 */
record ColumnDefinition(
    String name, String type, String defaultSql, Column column, String comment) {

  private static final String MORE = "this is not only a type and a default";

  static ColumnDefinition of(ColumnShape shape) {
    if (shape.name().isBlank()) {
      throw RefusedException.because("A column needs a name");
    }
    String name = Names.sql(shape.name());
    String type = shape.type().strip();
    String comment = Comments.plain(shape.comment());
    try {
      String defaultSql = defaultSql(shape);
      ColumnDefinition raw = new ColumnDefinition(name, type, defaultSql, none(shape), comment);
      String sql = "CREATE TABLE t (" + raw.text(" ", "") + "\n)";
      refuseMore(shape, type, CreateTable.parse(sql).body(), defaultSql);
      Column column = Schema.ofSql(sql).catalog().tables().iterator().next().columns().get(0);
      return new ColumnDefinition(name, type, defaultSql, column, comment);
    } catch (SqlSyntaxException e) {
      throw refused(shape, MORE);
    } catch (RefusedException e) {
      throw refused(shape, String.valueOf(e.getMessage()));
    }
  }

  private static Column none(ColumnShape shape) {
    return new Column(
        new Name(shape.name()), "", !shape.nullable(), "", null, null, "BINARY", null);
  }

  private static RefusedException refused(ColumnShape shape, String why) {
    return RefusedException.because(
        "The column %s cannot have the type \"%s\" and the default %s: %s"
            .formatted(
                shape.name(),
                shape.type(),
                shape.defaultValue() == null ? "(none)" : shape.defaultValue(),
                why));
  }

  /** Literals stand as they are, other expressions in parentheses. */
  private static String defaultSql(ColumnShape shape) {
    String text = shape.defaultValue() == null ? "" : shape.defaultValue().strip();
    List<Token> tokens = Tokenizer.tokens(text);
    if (tokens.isEmpty() || (tokens.size() == 1 && tokens.get(0).is("NULL"))) {
      return "";
    }
    boolean signed = tokens.size() == 2 && (tokens.get(0).is("-") || tokens.get(0).is("+"));
    boolean literal = tokens.size() == 1 || (signed && tokens.get(1).kind() == Token.Kind.NUMBER);
    return literal || isInParentheses(tokens) ? text : "(" + text + ")";
  }

  private static boolean isInParentheses(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0 && i < tokens.size() - 1) {
        return false;
      }
    }
    return depth == 0;
  }

  private static void refuseMore(
      ColumnShape shape, String type, @Nullable TableBody body, String defaultSql) {
    List<Kind> kinds = new ArrayList<>();
    if (!shape.nullable()) {
      kinds.add(Kind.NOT_NULL);
    }
    if (!defaultSql.isEmpty()) {
      kinds.add(Kind.DEFAULT);
    }
    Element element = body == null || body.elements().size() != 1 ? null : body.elements().get(0);
    boolean same =
        element != null
            && element.isColumn(shape.name())
            && element.clauses().stream().map(TableBody.Clause::kind).toList().equals(kinds)
            && texts(element.type()).equals(texts(Tokenizer.tokens(type)))
            && Tokenizer.comments(type + " " + defaultSql).isEmpty();
    if (!same) {
      throw RefusedException.because(MORE);
    }
  }

  private static List<String> texts(List<Token> tokens) {
    return tokens.stream().map(Token::text).toList();
  }

  /** The same without NOT NULL. */
  ColumnDefinition nullable() {
    return new ColumnDefinition(
        name, type, defaultSql, TableParts.withNotNull(column, false), comment);
  }

  /**
   * The whole definition.
   *
   * @param padding the blanks before the type
   * @param clause what stands behind NOT NULL and the default, with a blank before it; or ""
   */
  String text(String padding, String clause) {
    return name
        + (type.isEmpty() ? "" : padding + type)
        + (column.notNull() ? " NOT NULL" : "")
        + (defaultSql.isEmpty() ? "" : " DEFAULT " + defaultSql)
        + clause;
  }
}
