package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Check;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.compare.Texts;
import io.kinrow.migrate.sql.CreateTable;
import io.kinrow.migrate.sql.CreateTable.CheckText;
import io.kinrow.migrate.sql.CreateTable.ColumnText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes a table by SQLite's own ALTER TABLE. What that can do is not listed here: the statements
 * are tried on a scratch database, and count only when they give the very table that is wanted.
 */
final class NativeAlter {

  private final Request request;
  private final Catalog base;
  private final Table from;
  private final Table to;
  private final RowValues values;
  private final List<String> statements = new ArrayList<>();
  private boolean touchesRows;

  NativeAlter(Request request, Catalog base, Table from, Table to, RowValues values) {
    this.request = request;
    this.base = base;
    this.from = from;
    this.to = to;
    this.values = values;
  }

  /** The statements, or nothing when the table has to be rebuilt. */
  Optional<List<String>> statements() throws SQLException {
    boolean parksChanges =
        (values.restore() != null && !values.restore().changed().isEmpty())
            || (request.keepsData() && changesValues());
    if (parksChanges || changesForGood() || !dropChecks() || !addColumns()) {
      return Optional.empty();
    }
    keptColumns();
    for (Column column : Tables.missingIn(to, from)) {
      alter("DROP COLUMN " + column.name().sql());
      touchesRows = true;
    }
    addChecks();
    return gives() ? Optional.of(List.copyOf(statements)) : Optional.empty();
  }

  /** Whether triggers would fire, or views would be looked at. */
  boolean touchesRows() {
    return touchesRows;
  }

  private boolean changesValues() {
    return from.columns().stream()
        .anyMatch(
            old ->
                to.column(old.name())
                    .filter(c -> !old.isGenerated() && values.alters(old, c))
                    .isPresent());
  }

  /** Whether something changes that no version of SQLite alters: it spares a vain trial. */
  private boolean changesForGood() {
    boolean columns =
        from.columns().stream()
            .anyMatch(
                old -> to.column(old.name()).filter(now -> !sameButNull(old, now)).isPresent());
    return columns
        || !Objects.equals(from.primaryKey(), to.primaryKey())
        || !from.uniqueKeys().equals(to.uniqueKeys())
        || from.autoincrement() != to.autoincrement()
        || from.strict() != to.strict()
        || from.withoutRowid() != to.withoutRowid();
  }

  private static boolean sameButNull(Column old, Column now) {
    return old.type().equals(now.type())
        && old.collation().equals(now.collation())
        && Objects.equals(old.defaultValue(), now.defaultValue())
        && Objects.equals(old.generation(), now.generation());
  }

  private void alter(String change) {
    statements.add("ALTER TABLE " + to.name().sql() + " " + change);
  }

  private boolean dropChecks() {
    for (Check check : from.checks()) {
      boolean goesWithColumn =
          Tables.missingIn(to, from).stream()
              .anyMatch(c -> check.expression().canonical().contains(c.name().key()));
      if (!to.checks().contains(check) && !goesWithColumn) {
        if (check.name() == null) {
          return false;
        }
        alter("DROP CONSTRAINT " + check.name().sql());
      }
    }
    return true;
  }

  private boolean addColumns() {
    CreateTable text = CreateTable.parse(request.to().sql(to));
    for (Column column : Tables.missingIn(from, to)) {
      ColumnText written = text.column(column.name().text());
      if (written == null
          || (column.generation() != null && column.generation().stored())
          || (column.defaultValue() != null && !isConstant(column))) {
        return false;
      }
      String value = values.added(column);
      boolean late = value != null && values.needsValue(column);
      alter("ADD COLUMN " + (late ? written.nullable() : written.text()) + reference(column, text));
      if (value != null) {
        statements.add("UPDATE " + to.name().sql() + " SET " + column.name().sql() + " = " + value);
        touchesRows = true;
      }
      if (late) {
        alter("ALTER COLUMN " + column.name().sql() + " SET NOT NULL");
      }
    }
    return true;
  }

  /** ADD COLUMN takes only constants, as the rows that exist get them without being written. */
  private static boolean isConstant(Column column) {
    String text = column.defaultValue() == null ? "" : column.defaultValue().canonical();
    return text.matches("[+-]? ?[0-9.][0-9a-z_.+-]*|'(?:[^']|'')*+'|x'[0-9a-f]*'|true|false|null");
  }

  /** The foreign key of a new column that the table's text declares at its end. */
  private String reference(Column column, CreateTable text) {
    boolean inline =
        text.foreignKeys().stream()
            .anyMatch(key -> key.inline() && new Name(key.columns().get(0)).equals(column.name()));
    Optional<ForeignKey> key =
        to.foreignKeys().stream()
            .filter(foreign -> foreign.columns().equals(List.of(column.name())))
            .findFirst();
    if (inline || key.isEmpty()) {
      return "";
    }
    ForeignKey foreign = key.get();
    StringBuilder sql = new StringBuilder(" REFERENCES " + foreign.parent().sql());
    if (!foreign.parentColumns().isEmpty()) {
      sql.append(" ").append(Texts.list(foreign.parentColumns()));
    }
    for (String action : List.of("DELETE " + foreign.onDelete(), "UPDATE " + foreign.onUpdate())) {
      sql.append(action.endsWith("NO ACTION") ? "" : " ON " + action);
    }
    return sql.append(foreign.deferred() ? " DEFERRABLE INITIALLY DEFERRED" : "").toString();
  }

  private void keptColumns() {
    for (Column column : to.columns()) {
      Column old = from.column(column.name()).orElse(null);
      if (old == null || old.notNull() == column.notNull()) {
        continue;
      }
      String name = column.name().sql();
      if (values.fillsLater(old, column)) {
        statements.add(
            "UPDATE "
                + to.name().sql()
                + " SET "
                + name
                + " = "
                + values.filler(column)
                + " WHERE "
                + name
                + " IS NULL");
        touchesRows = true;
      }
      alter("ALTER COLUMN " + name + (column.notNull() ? " SET NOT NULL" : " DROP NOT NULL"));
    }
  }

  private void addChecks() {
    CreateTable text = CreateTable.parse(request.to().sql(to));
    List<Name> added = Tables.missingIn(from, to).stream().map(Column::name).toList();
    for (Check check : to.checks()) {
      boolean comesWithColumn = added.stream().anyMatch(name -> isInline(name, check, text));
      if (!from.checks().contains(check) && !comesWithColumn) {
        String name = check.name() == null ? "" : "CONSTRAINT " + check.name().sql() + " ";
        alter("ADD " + name + "CHECK (" + check.expression().text() + ")");
      }
    }
  }

  private boolean isInline(Name column, Check check, CreateTable text) {
    ColumnText written = text.column(column.text());
    String expression = check.expression().text();
    boolean within = written != null && written.text().contains(expression);
    long times = text.checks().stream().filter(c -> sameText(c, expression, text)).count();
    return within && times == 1;
  }

  private static boolean sameText(CheckText check, String expression, CreateTable text) {
    int start = check.expression().get(0).start();
    int end = check.expression().get(check.expression().size() - 1).end();
    return text.sql().substring(start, end).equals(expression);
  }

  private boolean gives() throws SQLException {
    try (ScratchSchema scratch = ScratchSchema.empty()) {
      Set<Name> parents =
          Stream.concat(from.foreignKeys().stream(), to.foreignKeys().stream())
              .map(ForeignKey::parent)
              .filter(parent -> !parent.equals(to.name()))
              .collect(Collectors.toSet());
      scratch.create(request.to(), parents::contains);
      scratch.execute(base.sql(from));
      for (Index index : from.indexes()) {
        if (to.indexes().contains(index)) {
          scratch.execute(base.sql(index));
        }
      }
      for (Parking parking : request.restores()) {
        scratch.execute(side(parking));
      }
      for (String statement : statements) {
        scratch.execute(statement);
      }
      Table result = scratch.catalog().table(to.name()).orElse(null);
      return result != null && Tables.sameStructure(result, to) && orderFits(result);
    } catch (SQLException e) {
      // SQLite has no such ALTER, or refuses it for this table: that is the answer
      return false;
    }
  }

  private boolean orderFits(Table result) {
    return switch (request.order()) {
      case IGNORED -> true;
      case AS_WRITTEN -> Tables.sameOrder(result, to) || sameNames(from, to);
      case EXACT -> Tables.sameOrder(result, to);
    };
  }

  private static boolean sameNames(Table one, Table other) {
    return Tables.missingIn(one, other).isEmpty() && Tables.missingIn(other, one).isEmpty();
  }

  /** A side table with the columns that the statements read. */
  private static String side(Parking parking) {
    List<Name> columns = new ArrayList<>(parking.dropped());
    parking.keys().forEach(key -> columns.add(key.parked()));
    return "CREATE TABLE IF NOT EXISTS " + parking.side().sql() + " " + Texts.list(columns);
  }
}
