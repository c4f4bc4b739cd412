package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Former names that stand in a schema's text: {@code nickname TEXT, -- kinrow:was nick}. They stay
 * there after the migration is written, as they say nothing about a schema without the old name.
 */
final class RenameComments {

  private static final Pattern COMMENT = Pattern.compile("--[ \\t]*kinrow:was\\b([^\\r\\n]*)");

  private RenameComments() {}

  /**
   * Returns the renames that comments name.
   *
   * @param problems receives the comments that do not belong to exactly one table or column
   */
  static DiffOptions in(
      String script, List<Statement> statements, String place, List<String> problems) {
    DiffOptions renames = DiffOptions.defaults();
    Matcher comment = COMMENT.matcher(script);
    for (int from = 0; comment.find(from); from = comment.start() + 2) {
      int at = comment.start();
      if (statements.stream()
          .flatMap(statement -> statement.tokens().stream())
          .anyMatch(token -> token.start() < at && at < token.end())) {
        continue;
      }
      List<Token> was = tokens(comment.group(1));
      List<Place> beside = beside(script, statements, at);
      if (was.size() != 1 || !was.get(0).isName() || beside.size() != 1) {
        problems.add(
            "%s:%s: kinrow:was takes one former name, and must follow the only table or column that begins in its line"
                .formatted(place, line(script, at)));
        continue;
      }
      String old = was.get(0).unquoted();
      Place now = beside.get(0);
      renames =
          now.column().isEmpty()
              ? renames.renameTable(old, now.table())
              : renames.renameColumn(
                  new ColumnRename(new Name(now.table()), new Name(old), new Name(now.column())));
    }
    return renames;
  }

  /** The tokens of a comment, which may say anything; none if it is not SQL. */
  private static List<Token> tokens(String comment) {
    try {
      return Tokenizer.tokens(comment);
    } catch (SqlSyntaxException e) {
      return List.of();
    }
  }

  /** Returns the line of an offset, from 1. */
  static long line(String script, int at) {
    return 1 + script.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /**
   * The beginning of a table or of one of its columns.
   *
   * @param name its first token
   * @param column the column's name; "" for the table itself
   */
  record Place(Token name, String table, String column) {

    /** Whether a rename leads here. */
    boolean isOf(TableRename rename) {
      return column.isEmpty() && new Name(table).equals(rename.to());
    }

    /** Whether a rename leads here. */
    boolean isOf(ColumnRename rename) {
      return !column.isEmpty()
          && new Name(table).equals(rename.table())
          && new Name(column).equals(rename.to());
    }
  }

  /** The tables and columns that begin in the line of a comment, before it. */
  private static List<Place> beside(String script, List<Statement> statements, int comment) {
    int line = script.lastIndexOf('\n', comment) + 1;
    return places(statements)
        .filter(place -> line <= place.name().start() && place.name().end() <= comment)
        .toList();
  }

  /** Returns where tables and their columns begin. */
  static Stream<Place> places(List<Statement> statements) {
    return statements.stream()
        .filter(statement -> statement.creates().equals("TABLE"))
        .flatMap(RenameComments::places);
  }

  private static Stream<Place> places(Statement statement) {
    List<Token> tokens = statement.tokens();
    int name = Statement.nameAfter("TABLE", tokens);
    String table = tokens.get(name).unquoted();
    List<Place> places = new ArrayList<>(List.of(new Place(tokens.get(name), table, "")));
    int depth = 0;
    for (int i = name + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Token before = tokens.get(i - 1);
      if (depth == 1 && token.isName() && (before.is("(") || before.is(","))) {
        places.add(new Place(token, table, token.unquoted()));
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
    return places.stream();
  }

  /** Returns options with those renames of the desired schema that lead there from the old one. */
  static DiffOptions added(DiffOptions options, Schema desired, Catalog old) {
    DiffOptions all = options;
    for (TableRename rename : desired.renames().tableRenames()) {
      if (old.table(rename.from()).isPresent()
          && old.table(rename.to()).isEmpty()
          && desired.catalog().table(rename.from()).isEmpty()
          && !all.tableRenames().contains(rename)) {
        all = all.renameTable(rename.from().text(), rename.to().text());
      }
    }
    Passage passage = Passage.of(all);
    for (ColumnRename rename : desired.renames().columnRenames()) {
      Table from = old.table(passage.tableBefore(rename.table())).orElse(null);
      Table to = desired.catalog().table(rename.table()).orElse(null);
      if (from != null
          && to != null
          && from.column(rename.from()).isPresent()
          && from.column(rename.to()).isEmpty()
          && to.column(rename.from()).isEmpty()
          && !all.columnRenames().contains(rename)) {
        all = all.renameColumn(rename);
      }
    }
    return all;
  }
}
