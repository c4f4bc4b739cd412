package io.kinrow.migrate.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What makes up one table, each as a line of text that does not depend on how its {@code CREATE
 * TABLE} was written: from the pragmas where they tell, from the statement's tokens where not.
 */
final class SqliteTableParts {
  private static final Set<String> CONSTRAINTS =
      Set.of("constraint", "primary", "unique", "check", "foreign");

  private final Connection connection;
  private final String table;
  private final List<String> tokens;
  private final List<String> parts = new ArrayList<>();

  SqliteTableParts(Connection connection, String table, String sql) {
    this.connection = connection;
    this.table = table;
    this.tokens = SqlTokens.of(sql);
  }

  List<String> list() throws SQLException {
    if (tokens.size() > 1 && tokens.get(1).equals("virtual")) {
      return List.of(String.join(" ", tokens.subList(1, tokens.size())));
    }
    add(
        "SELECT 'column ' || name || ' ' || lower(type) || iif(\"notnull\", ' not null', '')"
            + " || coalesce(' default ' || dflt_value, '') || iif(hidden > 1, ' generated', '')"
            + " FROM pragma_table_xinfo(?)");
    add(
        "SELECT 'primary key (' || group_concat(name, ', ') || ')' FROM (SELECT name FROM"
            + " pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk) HAVING count(*) > 0");
    add(
        "SELECT 'foreign key (' || group_concat(\"from\", ', ') || ') references ' || lower(\"table\")"
            + " || coalesce(' (' || group_concat(\"to\", ', ') || ')', '')"
            + " || ' on update ' || lower(on_update) || ' on delete ' || lower(on_delete)"
            + " FROM (SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq) GROUP BY id");
    add(
        "SELECT 'unique (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM"
            + " pragma_index_info(l.name) ORDER BY seqno)) || ')'"
            + " FROM pragma_index_list(?) l WHERE l.origin = 'u'");
    add(
        "SELECT iif(strict, 'strict', '') || iif(wr, ' without rowid', '') FROM pragma_table_list"
            + " WHERE schema = 'main' AND name = ? AND (strict OR wr)");
    addFromTokens();
    return parts;
  }

  private void add(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          parts.add(rs.getString(1).strip());
        }
      }
    }
  }

  private void addFromTokens() {
    for (List<String> definition : definitions()) {
      String column = CONSTRAINTS.contains(definition.get(0)) ? "" : " of " + definition.get(0);
      for (int i = 0; i < definition.size(); i++) {
        String token = definition.get(i);
        boolean opens = i + 1 < definition.size() && definition.get(i + 1).equals("(");
        if (token.equals("check") && opens) {
          parts.add("check " + balanced(definition, i + 1));
        } else if (token.equals("as") && opens && !column.isEmpty()) {
          parts.add("generated" + column + " as " + balanced(definition, i + 1));
        } else if (token.equals("collate") && i + 1 < definition.size() && !column.isEmpty()) {
          parts.add("collate" + column + " " + definition.get(i + 1));
        } else if (token.equals("autoincrement") || token.equals("deferrable")) {
          parts.add(token + column);
        }
      }
    }
  }

  /** What stands between the commas of the outermost parentheses. */
  private List<List<String>> definitions() {
    List<List<String>> definitions = new ArrayList<>();
    List<String> current = new ArrayList<>();
    int depth = 0;
    for (String token : tokens) {
      if (token.equals(")")) {
        depth--;
      }
      if (depth == 0 || (depth == 1 && token.equals(","))) {
        if (!current.isEmpty()) {
          definitions.add(current);
          current = new ArrayList<>();
        }
      } else {
        current.add(token);
      }
      if (token.equals("(")) {
        depth++;
      }
    }
    return definitions;
  }

  private static String balanced(List<String> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).equals("(")) {
        depth++;
      } else if (tokens.get(i).equals(")") && --depth == 0) {
        return String.join(" ", tokens.subList(open, i + 1));
      }
    }
    return String.join(" ", tokens.subList(open, tokens.size()));
  }
}
