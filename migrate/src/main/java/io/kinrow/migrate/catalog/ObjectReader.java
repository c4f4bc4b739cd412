package io.kinrow.migrate.catalog;

import io.kinrow.migrate.catalog.Column.Generation;
import io.kinrow.migrate.sql.Canonical;
import io.kinrow.migrate.sql.CreateTable;
import io.kinrow.migrate.sql.CreateTable.ColumnText;
import io.kinrow.migrate.sql.CreateTable.ForeignKeyText;
import io.kinrow.migrate.sql.CreateTable.KeyText;
import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Joins the facts of the PRAGMAs with the texts to one record an object. */
final class ObjectReader {

  private final Facts facts;
  private final Map<String, String> sources;

  ObjectReader(Facts facts, Map<String, String> sources) {
    this.facts = facts;
    this.sources = sources;
  }

  Table table(Name name) {
    String sql = source("table", name);
    if (Rows.text(facts.table(name), "type").equals("virtual")) {
      return virtual(name, Sources.afterName(sql, "TABLE"), sql);
    }
    CreateTable text = CreateTable.parse(sql);
    boolean withoutRowid = Rows.flag(facts.table(name), "wr");
    KeyConstraint primaryKey = null;
    boolean primaryIndex = false;
    List<KeyConstraint> uniqueKeys = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (Map<String, Object> row : facts.indexes(name)) {
      Name index = new Name(Rows.text(row, "name"));
      switch (Rows.text(row, "origin")) {
        case "pk" -> {
          primaryKey = key(name, index, text, true);
          primaryIndex = true;
        }
        case "u" -> uniqueKeys.add(key(name, index, text, false));
        default -> indexes.add(index(index, name, Rows.flag(row, "unique")));
      }
    }
    Name rowidColumn = null;
    if (!primaryIndex) {
      for (Map<String, Object> row : facts.columns(name)) {
        if (Rows.number(row, "pk") == 1) {
          rowidColumn = new Name(Rows.text(row, "name"));
          primaryKey = rowidKey(rowidColumn, text);
        }
      }
    }
    return new Table(
        name,
        columns(name, text, rowidColumn),
        primaryKey,
        rowidColumn,
        text.autoincrement(),
        sorted(uniqueKeys),
        checks(name, text),
        foreignKeys(name, text),
        indexes,
        Rows.flag(facts.table(name), "strict"),
        withoutRowid,
        null);
  }

  View view(Name name) {
    String sql = source("view", name);
    List<Token> tokens = Sources.afterName(sql, "VIEW");
    Set<String> inherited = facts.namesIn(mentioned(tokens));
    Set<String> aliases = Sources.aliases(tokens);
    List<String> given =
        facts.labels(name).stream()
            .filter(label -> !inherited.contains(new Name(label).key()) || aliases.contains(label))
            .toList();
    return new View(name, statement(tokens, sql), given);
  }

  Trigger trigger(Name name, Name table) {
    String sql = source("trigger", name);
    List<Token> tokens = Sources.triggerDefinition(Sources.afterName(sql, "TRIGGER"));
    return new Trigger(name, table, statement(tokens, sql));
  }

  /** The primary keys that foreign keys mean without naming them, each null where there is none. */
  static List<@Nullable KeyConstraint> impliedParentKeys(
      Table table, Map<Name, KeyConstraint> keys) {
    List<@Nullable KeyConstraint> implied = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (key.parentColumns().isEmpty()) {
        implied.add(keys.get(key.parent()));
      }
    }
    return implied;
  }

  static Table withParentKeys(Table table, Map<Name, KeyConstraint> keys) {
    List<ForeignKey> foreignKeys = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      KeyConstraint parentKey = keys.get(key.parent());
      foreignKeys.add(
          parentKey != null && key.parentColumns().isEmpty()
              ? new ForeignKey(
                  key.name(),
                  key.columns(),
                  key.parent(),
                  parentKey.columns().stream()
                      .map(part -> new Name(part.expression().text()))
                      .toList(),
                  key.onUpdate(),
                  key.onDelete(),
                  key.deferred())
              : key);
    }
    return new Table(
        table.name(),
        table.columns(),
        table.primaryKey(),
        table.rowidColumn(),
        table.autoincrement(),
        table.uniqueKeys(),
        table.checks(),
        sorted(foreignKeys),
        table.indexes(),
        table.strict(),
        table.withoutRowid(),
        table.virtual());
  }

  private Table virtual(Name name, List<Token> tokens, String sql) {
    List<Column> columns = new ArrayList<>();
    for (Map<String, Object> row : facts.columns(name)) {
      if (Rows.number(row, "hidden") == 0) {
        Name column = new Name(Rows.text(row, "name"));
        columns.add(new Column(column, "", false, "", null, null, "BINARY", null));
      }
    }
    Expression using = expression(Sources.withExactValues(tokens), sql, facts::isName);
    return new Table(
        name, columns, null, null, false, List.of(), List.of(), List.of(), List.of(), false, false,
        using);
  }

  private List<Column> columns(Name table, CreateTable text, @Nullable Name rowidColumn) {
    List<Column> columns = new ArrayList<>();
    for (Map<String, Object> row : facts.columns(table)) {
      int hidden = Rows.number(row, "hidden");
      Name name = new Name(Rows.text(row, "name"));
      ColumnText written = text.column(name.text());
      Generation generation = null;
      if (hidden > 1 && written != null && written.generation() != null) {
        Expression by = ofTable(table, written.generation(), text.sql());
        generation = new Generation(by, hidden == 3);
      }
      columns.add(
          new Column(
              name,
              type(row),
              Rows.flag(row, "notnull") || name.equals(rowidColumn),
              written == null ? "" : conflict(written.notNullConflict()),
              written == null ? null : name(written.notNullName()),
              generation == null ? defaultValue(row) : null,
              written == null ? "BINARY" : written.collation(),
              generation));
    }
    return columns;
  }

  private static String type(Map<String, Object> row) {
    return Rows.text(row, "type")
        .toUpperCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([(),]) ?", "$1")
        .trim();
  }

  private static @Nullable Expression defaultValue(Map<String, Object> row) {
    String sql = Rows.text(row, "dflt_value");
    List<Token> tokens = Tokenizer.tokens(sql);
    // no column can be named in a default, so a double-quoted text is always a string
    String canonical = Canonical.of(tokens, name -> false);
    boolean bareWord = tokens.size() == 1 && tokens.get(0).kind() == Token.Kind.WORD;
    if (bareWord
        && !List.of("null", "true", "false").contains(canonical)
        && !canonical.startsWith("current_")) {
      canonical = "'" + tokens.get(0).text() + "'";
    }
    if (tokens.size() == 2 && tokens.get(0).is("+")) {
      canonical = canonical.substring(2);
    }
    return canonical.isEmpty() || canonical.equals("null") ? null : new Expression(sql, canonical);
  }

  private List<Check> checks(Name table, CreateTable text) {
    return sorted(
        text.checks().stream()
            .map(
                check ->
                    new Check(name(check.name()), ofTable(table, check.expression(), text.sql())))
            .toList());
  }

  private List<ForeignKey> foreignKeys(Name table, CreateTable text) {
    List<List<Map<String, Object>>> byId = new ArrayList<>();
    for (Map<String, Object> row : facts.foreignKeys(table)) {
      if (Rows.number(row, "seq") == 0) {
        byId.add(new ArrayList<>());
      }
      byId.get(byId.size() - 1).add(row);
    }
    List<ForeignKey> keys = new ArrayList<>();
    for (int i = 0; i < byId.size(); i++) {
      List<Map<String, Object>> rows = byId.get(i);
      // SQLite numbers them from the last one declared to the first
      ForeignKeyText written = text.foreignKeys().get(byId.size() - 1 - i);
      Map<String, Object> first = rows.get(0);
      keys.add(
          new ForeignKey(
              name(written.name()),
              names(rows, "from"),
              new Name(Rows.text(first, "table")),
              first.containsKey("to") ? names(rows, "to") : List.of(),
              Rows.text(first, "on_update"),
              Rows.text(first, "on_delete"),
              written.deferred()));
    }
    return keys;
  }

  private KeyConstraint key(Name table, Name index, CreateTable text, boolean primary) {
    List<KeyConstraint.Part> parts = new ArrayList<>();
    for (Map<String, Object> row : facts.indexColumns(table, index)) {
      parts.add(part(nameExpression(new Name(Rows.text(row, "name"))), row));
    }
    // constraints of the same columns and collations share one index, and its conflict clause
    List<KeyText> written =
        text.keys().stream().filter(candidate -> isOf(parts, candidate, text)).toList();
    return new KeyConstraint(
        parts,
        written.stream()
            .map(candidate -> conflict(candidate.conflict()))
            .filter(clause -> !clause.isEmpty())
            .findFirst()
            .orElse(""),
        written.stream()
            .filter(candidate -> candidate.primary() == primary && candidate.name() != null)
            .findFirst()
            .map(candidate -> name(candidate.name()))
            .orElse(null));
  }

  /** Of a key that is the row's own id there is no index to ask. */
  private static KeyConstraint rowidKey(Name column, CreateTable text) {
    for (KeyText key : text.keys()) {
      if (key.primary()) {
        boolean descending = key.orders().get(0).endsWith("DESC");
        KeyConstraint.Part part =
            new KeyConstraint.Part(nameExpression(column), "BINARY", descending);
        return new KeyConstraint(List.of(part), conflict(key.conflict()), name(key.name()));
      }
    }
    return new KeyConstraint(
        List.of(new KeyConstraint.Part(nameExpression(column), "BINARY", false)), "");
  }

  private static boolean isOf(List<KeyConstraint.Part> parts, KeyText key, CreateTable text) {
    if (key.columns().size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      Name column = new Name(key.columns().get(i));
      String order = key.orders().get(i);
      ColumnText of = text.column(column.text());
      String collation =
          order.startsWith("COLLATE ")
              ? order.split(" ", 0)[1]
              : of == null ? "BINARY" : of.collation();
      if (!new Name(parts.get(i).expression().text()).equals(column)
          || !parts.get(i).collation().equals(collation)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Name name(@Nullable String text) {
    return text == null ? null : new Name(text);
  }

  /** ABORT is what SQLite does anyway. */
  private static String conflict(String clause) {
    return clause.equals("ABORT") ? "" : clause;
  }

  private Index index(Name name, Name table, boolean unique) {
    String sql = source("index", name);
    List<List<Token>> written = Sources.indexParts(sql);
    List<KeyConstraint.Part> parts = new ArrayList<>();
    List<Map<String, Object>> rows = facts.indexColumns(table, name);
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      Expression expression =
          row.containsKey("name")
              ? nameExpression(new Name(Rows.text(row, "name")))
              : ofTable(table, written.get(i), sql);
      parts.add(part(expression, row));
    }
    List<Token> where = Sources.indexCondition(sql);
    return new Index(
        name, table, unique, parts, where.isEmpty() ? null : ofTable(table, where, sql));
  }

  private static KeyConstraint.Part part(Expression expression, Map<String, Object> row) {
    String collation = Rows.text(row, "coll").toUpperCase(Locale.ROOT);
    return new KeyConstraint.Part(expression, collation, Rows.flag(row, "desc"));
  }

  private static Expression nameExpression(Name name) {
    return new Expression(name.text(), name.key());
  }

  /** An expression in which only the table's own columns can be named. */
  private Expression ofTable(Name table, List<Token> tokens, String sql) {
    List<Token> unqualified = Canonical.withoutQualifier(tokens, table.text());
    return expression(unqualified, sql, name -> facts.isColumn(table, name));
  }

  private Expression statement(List<Token> tokens, String sql) {
    Set<String> names = facts.namesIn(mentioned(tokens));
    Sources.aliases(tokens).forEach(alias -> names.add(new Name(alias).key()));
    return expression(Canonical.withoutQualifier(tokens, "main"), sql, names::contains);
  }

  private static List<Name> mentioned(List<Token> tokens) {
    return tokens.stream().filter(Token::isName).map(t -> new Name(t.unquoted())).toList();
  }

  private static Expression expression(List<Token> tokens, String sql, Predicate<String> isName) {
    if (tokens.isEmpty()) {
      return new Expression("", "");
    }
    String text = sql.substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    return new Expression(text, Canonical.of(tokens, isName));
  }

  private String source(String type, Name name) {
    return sources.getOrDefault(type + ":" + name.key(), "");
  }

  private static List<Name> names(List<Map<String, Object>> rows, String column) {
    return rows.stream().map(row -> new Name(Rows.text(row, column))).toList();
  }

  /** In an order that does not depend on the order they were written in. */
  private static <T> List<T> sorted(List<T> values) {
    return values.stream().sorted(Comparator.comparing(ObjectReader::sortKey)).toList();
  }

  private static String sortKey(Object value) {
    if (value instanceof Check check) {
      return check.expression().canonical() + "|" + check.name();
    }
    return Names.folded(value.toString());
  }
}
