package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.diff.SchemaEngine;
import io.kinrow.migrate.plan.ScratchSchema;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What SQLite's own {@code ALTER TABLE} makes of a schema. SQLite edits the text of all statements
 * that name what is renamed, and knows best which ones do; only the words that it exchanged are
 * taken over into the files.
 */
final class Altered {

  private final DesiredSql now;
  private final String what;
  private final Map<Long, SchemaRow> before;
  private final Map<Long, SchemaRow> after;
  private final Catalog catalog;

  private record SchemaRow(String type, Name name, String sql) {}

  private Altered(
      DesiredSql now,
      String what,
      Map<Long, SchemaRow> before,
      Map<Long, SchemaRow> after,
      Catalog catalog) {
    this.now = now;
    this.what = what;
    this.before = before;
    this.after = after;
    this.catalog = catalog;
  }

  /**
   * Runs statements on a scratch database.
   *
   * @param what begins the message if SQLite refuses: "The column a.b cannot be dropped"
   */
  static Altered of(DesiredSql now, String what, List<String> statements) {
    try (ScratchSchema scratch = now.script().load()) {
      Map<Long, SchemaRow> before = rows(scratch);
      for (String statement : statements) {
        scratch.execute(statement);
      }
      return new Altered(
          now,
          what,
          before,
          rows(scratch),
          SchemaEngine.SQLITE.read(scratch.connection(), now.leftOut()));
    } catch (SQLException e) {
      throw RefusedException.because(
          "%s: %s. Change what is in the way first.".formatted(what, SqliteMessages.plain(e)));
    }
  }

  /** A rename; SQLite takes one that only changes the case of letters for none, so it has two. */
  static List<String> renames(BinaryOperator<String> sql, Name from, Name to) {
    if (!from.equals(to)) {
      return List.of(sql.apply(from.sql(), to.sql()));
    }
    String between = Names.quoted("kinrow_swap_" + to.text());
    return List.of(sql.apply(from.sql(), between), sql.apply(between, to.sql()));
  }

  Change.Expectation expected() {
    return (was, is) -> catalog;
  }

  /**
   * The words that SQLite exchanged, in the files.
   *
   * @param to the new name, which is written without quotes where the old one was
   */
  List<Splice> splices(Name to) {
    List<Splice> splices = new ArrayList<>();
    before.forEach(
        (id, old) -> {
          SchemaRow row = after.get(id);
          if (row != null && !row.sql().equals(old.sql())) {
            splices.addAll(words(old, row, to));
          }
        });
    return splices;
  }

  private List<Splice> words(SchemaRow old, SchemaRow row, Name to) {
    String kind = old.type().toUpperCase(Locale.ROOT);
    PlacedStatement statement =
        now.files()
            .find(kind, old.name())
            .orElseThrow(() -> new IllegalStateException("No statement creates " + old.name()));
    List<Token> from = statement.fromName();
    List<Token> into = PlacedStatement.fromName(kind, Tokenizer.tokens(row.sql()));
    if (from.size() != into.size()) {
      throw RefusedException.because(
          "%s: %s takes its columns from a SELECT; list them in its statement first (%s)"
              .formatted(what, old.name(), statement));
    }
    List<Splice> splices = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      Token was = from.get(i);
      Token is = into.get(i);
      if (!was.text().equals(is.text())) {
        splices.add(new Splice(statement.file(), was.start(), was.end(), word(was, is, to)));
      }
    }
    return splices;
  }

  private static String word(Token was, Token is, Name to) {
    if (!is.isName() || !is.unquoted().equals(to.text())) {
      return is.text();
    }
    return was.kind() == Token.Kind.WORD ? to.sql() : Names.quoted(to.text());
  }

  private static Map<Long, SchemaRow> rows(ScratchSchema scratch) throws SQLException {
    Map<Long, SchemaRow> rows = new LinkedHashMap<>();
    try (Statement statement = scratch.connection().createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT rowid, type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
      while (result.next()) {
        rows.put(
            result.getLong(1),
            new SchemaRow(result.getString(2), new Name(result.getString(3)), result.getString(4)));
      }
    }
    return rows;
  }
}
