package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Former names that stand in a schema's text: {@code nickname TEXT, -- kinrow:was nick}. They stay
 * there after the migration is written, as they say nothing about a schema without the old name.
 */
final class RenameComments {

  private static final Pattern COMMENT = Pattern.compile("--[ \\t]*kinrow:was\\b([^\\r\\n]*)");

  private RenameComments() {}

  /**
   * The renames that comments name.
   *
   * @param problems where a comment that stands beside no single table or column is told
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
      List<Token> was = Tokenizer.tokens(comment.group(1));
      List<Place> beside = beside(script, statements, at);
      if (was.size() != 1 || !was.get(0).isName() || beside.size() != 1) {
        long line = 1 + script.substring(0, at).chars().filter(c -> c == '\n').count();
        problems.add(
            place
                + ":"
                + line
                + ": kinrow:was takes one old name, and stands behind one table or column in its"
                + " line");
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

  /** A table, or a column of it. */
  private record Place(String table, String column) {}

  /** What begins in the line of a comment, before it. */
  private static List<Place> beside(String script, List<Statement> statements, int comment) {
    int line = script.lastIndexOf('\n', comment) + 1;
    List<Place> found = new ArrayList<>();
    for (Statement statement : statements) {
      if (!statement.creates().equals("TABLE")) {
        continue;
      }
      List<Token> tokens = statement.tokens();
      int name = Statement.nameAfter("TABLE", tokens);
      String table = tokens.get(name).unquoted();
      int depth = 0;
      for (int i = name; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        Token before = tokens.get(i - 1);
        boolean here = line <= token.start() && token.end() <= comment;
        if (here && i == name) {
          found.add(new Place(table, ""));
        } else if (here && depth == 1 && token.isName() && (before.is("(") || before.is(","))) {
          found.add(new Place(table, token.unquoted()));
        }
        depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      }
    }
    return found;
  }

  /** Options with those renames of the desired schema that lead there from the old one. */
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
