package io.kinrow.migrate.sql;

import io.kinrow.migrate.sql.CreateTable.CheckText;
import io.kinrow.migrate.sql.CreateTable.ColumnText;
import io.kinrow.migrate.sql.CreateTable.ForeignKeyText;
import io.kinrow.migrate.sql.CreateTable.KeyText;
import io.kinrow.migrate.sql.TableBody.Clause;
import io.kinrow.migrate.sql.TableBody.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one {@code CREATE TABLE}; each method takes one rule of SQLite's grammar. */
final class CreateTableParser {

  private static final List<String> TABLE_CONSTRAINT =
      List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
  private static final List<String> COLUMN_CONSTRAINT =
      List.of(
          "CONSTRAINT",
          "PRIMARY",
          "NOT",
          "NULL",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "COLLATE",
          "REFERENCES",
          "GENERATED",
          "AS",
          "DEFERRABLE");

  private final String sql;
  private final TokenCursor cursor;
  private final List<ColumnText> columns = new ArrayList<>();
  private final List<KeyText> keys = new ArrayList<>();
  private final List<CheckText> checks = new ArrayList<>();
  private final List<ForeignKeyText> foreignKeys = new ArrayList<>();
  private final List<Element> elements = new ArrayList<>();
  private final List<Clause> clauses = new ArrayList<>();
  private boolean autoincrement;

  // of the column being read
  private String collation = "BINARY";
  private String notNullConflict = "";
  private @Nullable String notNullName;
  private List<Token> notNull = List.of();
  private @Nullable List<Token> generation;

  CreateTableParser(String sql) {
    this.sql = sql;
    this.cursor = new TokenCursor(sql, Tokenizer.tokens(sql));
  }

  CreateTable parse() {
    cursor.expect("CREATE");
    if (!cursor.takes("TEMP")) {
      cursor.takes("TEMPORARY");
    }
    cursor.expect("TABLE");
    cursor.takes("IF", "NOT", "EXISTS");
    Token name = cursor.take();
    if (cursor.takes(".")) {
      name = cursor.take();
    }
    TableBody body = cursor.sees("AS") ? null : body();
    return new CreateTable(
        sql,
        name,
        List.copyOf(columns),
        List.copyOf(keys),
        List.copyOf(checks),
        List.copyOf(foreignKeys),
        autoincrement,
        body);
  }

  private TableBody body() {
    int open = cursor.peek().start();
    cursor.expect("(");
    do {
      clauses.clear();
      if (cursor.seesAny(TABLE_CONSTRAINT)) {
        tableConstraint();
      } else {
        column();
      }
      // SQLite lets the comma between two table constraints out
    } while (cursor.takes(",") || cursor.seesAny(TABLE_CONSTRAINT));
    int close = cursor.peek().start();
    cursor.expect(")");
    return new TableBody(open, close, elements);
  }

  private void column() {
    int start = cursor.position();
    Token named = cursor.take();
    String name = named.unquoted();
    collation = "BINARY";
    notNullConflict = "";
    notNullName = null;
    notNull = List.of();
    generation = null;
    while (!atColumnEnd() && !cursor.seesAny(COLUMN_CONSTRAINT)) {
      if (cursor.sees("(")) {
        cursor.parenthesised();
      } else {
        cursor.take();
      }
    }
    List<Token> type = cursor.since(start + 1);
    while (!atColumnEnd()) {
      int from = cursor.position();
      TableBody.Kind kind = columnConstraint(name);
      clauses.add(new Clause(kind, List.of(name), cursor.since(from)));
    }
    List<Token> tokens = cursor.since(start);
    elements.add(new Element(named, type, tokens, clauses, comma()));
    int from = tokens.get(0).start();
    int to = tokens.get(tokens.size() - 1).end();
    String text = sql.substring(from, to);
    String nullable = text;
    if (!notNull.isEmpty()) {
      String before = sql.substring(from, notNull.get(0).start()).stripTrailing();
      nullable = before + sql.substring(notNull.get(notNull.size() - 1).end(), to);
    }
    columns.add(
        new ColumnText(name, text, nullable, collation, notNullConflict, notNullName, generation));
  }

  /** The place of the comma that comes next, or -1. */
  private int comma() {
    return cursor.sees(",") ? cursor.peek().start() : -1;
  }

  private boolean atColumnEnd() {
    return cursor.sees(",") || cursor.sees(")");
  }

  private TableBody.Kind columnConstraint(String column) {
    int start = cursor.position();
    String name = constraintName();
    if (atColumnEnd()) {
      return TableBody.Kind.OTHER;
    }
    if (cursor.takes("PRIMARY", "KEY")) {
      String order = cursor.takes("DESC") ? "DESC" : "";
      cursor.takes("ASC");
      keys.add(new KeyText(true, List.of(column), conflict(), name, List.of(order)));
      autoincrement |= cursor.takes("AUTOINCREMENT");
      return TableBody.Kind.PRIMARY_KEY;
    } else if (cursor.takes("NOT", "NULL")) {
      notNullConflict = conflict();
      notNullName = name;
      notNull = cursor.since(start);
      return TableBody.Kind.NOT_NULL;
    } else if (cursor.takes("NULL")) {
      conflict();
      return TableBody.Kind.NULL;
    } else if (cursor.takes("UNIQUE")) {
      keys.add(new KeyText(false, List.of(column), conflict(), name, List.of("")));
      return TableBody.Kind.UNIQUE;
    } else if (cursor.takes("CHECK")) {
      checks.add(new CheckText(name, List.copyOf(cursor.parenthesised())));
      conflict();
      return TableBody.Kind.CHECK;
    } else if (cursor.takes("DEFAULT")) {
      defaultValue();
      return TableBody.Kind.DEFAULT;
    } else if (cursor.takes("COLLATE")) {
      collation = cursor.take().unquoted().toUpperCase(Locale.ROOT);
      return TableBody.Kind.COLLATE;
    } else if (cursor.sees("REFERENCES")) {
      foreignKeys.add(new ForeignKeyText(name, List.of(column), references(), true));
      return TableBody.Kind.FOREIGN_KEY;
    } else if (cursor.sees("GENERATED") || cursor.sees("AS")) {
      cursor.takes("GENERATED", "ALWAYS");
      cursor.expect("AS");
      generation = List.copyOf(cursor.parenthesised());
      if (!cursor.takes("STORED")) {
        cursor.takes("VIRTUAL");
      }
      return TableBody.Kind.GENERATED;
    }
    deferrability();
    return TableBody.Kind.OTHER;
  }

  private void defaultValue() {
    if (cursor.sees("(")) {
      cursor.parenthesised();
    } else {
      if (!cursor.takes("+")) {
        cursor.takes("-");
      }
      cursor.take();
    }
  }

  private void tableConstraint() {
    int start = cursor.position();
    String name = constraintName();
    TableBody.Kind kind = TableBody.Kind.OTHER;
    List<String> columns = List.of();
    if (cursor.takes("PRIMARY", "KEY")) {
      kind = TableBody.Kind.PRIMARY_KEY;
      columns = key(true, name);
    } else if (cursor.takes("UNIQUE")) {
      kind = TableBody.Kind.UNIQUE;
      columns = key(false, name);
    } else if (cursor.takes("CHECK")) {
      kind = TableBody.Kind.CHECK;
      checks.add(new CheckText(name, List.copyOf(cursor.parenthesised())));
      conflict();
    } else if (cursor.takes("FOREIGN", "KEY")) {
      kind = TableBody.Kind.FOREIGN_KEY;
      columns = names(cursor.parenthesised());
      foreignKeys.add(new ForeignKeyText(name, columns, references(), false));
    }
    List<Token> tokens = cursor.since(start);
    List<Clause> itself = List.of(new Clause(kind, columns, tokens));
    elements.add(new Element(null, List.of(), tokens, itself, comma()));
  }

  private List<String> key(boolean primary, @Nullable String name) {
    List<Token> inside = cursor.parenthesised();
    autoincrement |= inside.stream().anyMatch(token -> token.is("AUTOINCREMENT"));
    List<String> columns = names(inside);
    keys.add(new KeyText(primary, columns, conflict(), name, orders(inside)));
    return columns;
  }

  private @Nullable String constraintName() {
    return cursor.takes("CONSTRAINT") ? cursor.take().unquoted() : null;
  }

  private String conflict() {
    return cursor.takes("ON", "CONFLICT") ? cursor.take().text().toUpperCase(Locale.ROOT) : "";
  }

  /** Takes a REFERENCES clause; says whether it is checked at commit only. */
  private boolean references() {
    cursor.expect("REFERENCES");
    cursor.take();
    if (cursor.sees("(")) {
      cursor.parenthesised();
    }
    while (true) {
      if (cursor.takes("ON")) {
        cursor.take();
        if (cursor.sees("SET") || cursor.sees("NO")) {
          cursor.take();
        }
        cursor.take();
      } else if (cursor.takes("MATCH")) {
        cursor.take();
      } else if (cursor.sees("DEFERRABLE") || cursor.sees("NOT", "DEFERRABLE")) {
        return deferrability();
      } else {
        return false;
      }
    }
  }

  private boolean deferrability() {
    boolean never = cursor.takes("NOT");
    cursor.expect("DEFERRABLE");
    boolean deferred = false;
    if (cursor.takes("INITIALLY")) {
      deferred = cursor.take().is("DEFERRED");
    }
    return deferred && !never;
  }

  /** The first token after each comma: what is left out is COLLATE, ASC and DESC. */
  private static List<String> names(List<Token> list) {
    List<String> names = new ArrayList<>();
    boolean expectsName = true;
    for (Token token : list) {
      if (expectsName) {
        names.add(token.unquoted());
      }
      expectsName = token.is(",");
    }
    return List.copyOf(names);
  }

  /** What follows the first token after each comma, without what SQLite assumes anyway. */
  private static List<String> orders(List<Token> list) {
    List<String> orders = new ArrayList<>();
    List<String> order = new ArrayList<>();
    boolean expectsName = true;
    for (Token token : list) {
      if (token.is(",")) {
        orders.add(String.join(" ", order));
        order.clear();
      } else if (!expectsName && !token.is("ASC") && !token.is("AUTOINCREMENT")) {
        order.add(token.unquoted().toUpperCase(Locale.ROOT));
      }
      expectsName = token.is(",");
    }
    orders.add(String.join(" ", order));
    return List.copyOf(orders);
  }
}
