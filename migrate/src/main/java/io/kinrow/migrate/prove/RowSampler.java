package io.kinrow.migrate.prove;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import io.kinrow.migrate.compare.Passage;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.compare.Texts;
import io.kinrow.migrate.plan.ContentIndex;
import io.kinrow.migrate.plan.ScratchSchema;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jetbrains.annotations.ApiStatus;

/**
 * Puts rows of made-up values into a scratch database: such as both schemas take, so that a script
 * that fails on them fails for a reason of its own.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class RowSampler {

  private static final int WANTED = 4;
  private static final int TRIES = 25;

  private final Catalog old;
  private final Catalog desired;
  private final Passage passage;
  private final Random random;
  private int counter;
  private int rows;
  private final List<Name> empty = new ArrayList<>();
  private final IdentityHashMap<Table, List<String>> literals = new IdentityHashMap<>();

  /**
   * Creates a sampler for two schemas and the renames between them; the same seed gives the same
   * rows.
   */
  public RowSampler(Catalog old, Catalog desired, Passage passage, long seed) {
    this.old = old;
    this.desired = desired;
    this.passage = passage;
    this.random = new Random(seed);
  }

  /**
   * Returns a database of the old schema with rows.
   *
   * @param memory what was read of others with the same tables
   */
  public ScratchSchema fill(CatalogMemory memory) throws SQLException {
    ScratchSchema filled = ScratchSchema.empty(memory);
    try (ScratchSchema witness = ScratchSchema.empty()) {
      filled.create(old, table -> true);
      witness.create(desired, table -> true);
      filled.execute("PRAGMA foreign_keys = ON");
      witness.execute("PRAGMA foreign_keys = ON");
      List<ContentIndex> indexes = new ArrayList<>();
      for (Table table : Tables.parentsFirst(old.tables())) {
        Optional<ContentIndex> index = ContentIndex.of(old, table);
        if (index.isPresent() && index.get().content() != null) {
          indexes.add(index.get());
          continue;
        }
        int accepted = 0;
        for (int i = 0; i < TRIES && accepted < WANTED; i++) {
          accepted += insert(table, filled, witness) ? 1 : 0;
        }
        rows += accepted;
        if (accepted == 0) {
          empty.add(table.name());
        }
      }
      for (View view : old.views()) {
        filled.execute(old.sql(view));
      }
      for (ContentIndex index : indexes) {
        if (index.missing(old) == null) {
          filled.execute(index.refill());
        }
      }
      for (Trigger trigger : old.triggers()) {
        filled.execute(old.sql(trigger));
      }
      filled.execute("PRAGMA foreign_keys = OFF");
      return filled;
    } catch (SQLException e) {
      filled.close();
      throw e;
    }
  }

  /** Returns how many rows there are. */
  public int rows() {
    return rows;
  }

  /** The tables for which no row was found that both schemas take. */
  List<Name> empty() {
    return empty;
  }

  private boolean insert(Table table, ScratchSchema filled, ScratchSchema witness)
      throws SQLException {
    counter++;
    Map<Name, String> values = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      if (!column.isGenerated()) {
        values.put(column.name(), value(table, column));
      }
    }
    for (ForeignKey key : table.foreignKeys()) {
      reference(table, key, filled, values);
    }
    filled.execute("SAVEPOINT one");
    boolean taken = takes(filled, table, values) && isWitnessed(table, values, witness);
    if (taken) {
      try {
        filled.execute("RELEASE one");
        return true;
      } catch (SQLException e) {
        // a deferred foreign key
      }
    }
    filled.execute("ROLLBACK TO one");
    filled.execute("RELEASE one");
    return false;
  }

  private boolean isWitnessed(Table table, Map<Name, String> values, ScratchSchema witness) {
    Optional<Table> target = desired.table(passage.table(table.name()));
    if (target.isEmpty()) {
      return true;
    }
    Map<Name, String> mapped = new LinkedHashMap<>();
    for (Column column : target.get().columns()) {
      Name before = passage.columnBefore(table.name(), column.name());
      if (column.isGenerated()) {
        continue;
      }
      if (values.containsKey(before) && table.column(before).isPresent()) {
        mapped.put(column.name(), values.get(before));
      } else if (column.notNull() && column.defaultValue() == null) {
        mapped.put(column.name(), value(target.get(), notNull(column)));
      }
    }
    // a foreign key that is new may want parents that only the new schema could hold
    return takes(witness, target.get(), mapped);
  }

  private static Column notNull(Column column) {
    return new Column(
        column.name(),
        column.type(),
        true,
        "",
        null,
        null,
        column.collation(),
        column.generation());
  }

  private static boolean takes(ScratchSchema scratch, Table table, Map<Name, String> values) {
    String columns = Texts.list(List.copyOf(values.keySet()));
    String list = String.join(", ", values.values());
    String row = values.isEmpty() ? " DEFAULT VALUES" : columns + " VALUES (" + list + ")";
    try {
      scratch.execute("INSERT INTO " + table.name().sql() + row);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private void reference(
      Table table, ForeignKey key, ScratchSchema filled, Map<Name, String> values)
      throws SQLException {
    Optional<Table> parent = old.table(key.parent());
    boolean known =
        parent.isPresent()
            && !key.parentColumns().isEmpty()
            && key.parentColumns().stream().allMatch(name -> parent.get().column(name).isPresent());
    for (int i = 0; i < key.columns().size(); i++) {
      Name column = key.columns().get(i);
      boolean nullable = table.column(column).filter(c -> !c.notNull()).isPresent();
      List<String> found = List.of();
      if (known && !(nullable && random.nextInt(5) == 0)) {
        found =
            filled.texts(
                "SELECT quote("
                    + key.parentColumns().get(i).sql()
                    + ") FROM "
                    + key.parent().sql()
                    + " LIMIT 1 OFFSET "
                    + (counter % WANTED));
      }
      if (table.column(column).filter(Column::isGenerated).isEmpty()) {
        boolean itself = key.parent().equals(table.name()) && !nullable && known;
        String own = itself ? values.get(key.parentColumns().get(i)) : null;
        String none = column.equals(table.rowidColumn()) ? "" + counter : "NULL";
        // the first row of a table that references itself can only reference itself
        values.put(column, !found.isEmpty() ? found.get(0) : own != null ? own : none);
      }
    }
  }

  private String value(Table table, Column column) {
    if (!column.notNull() && random.nextInt(5) == 0) {
      return "NULL";
    }
    List<String> named = literals.computeIfAbsent(table, RowSampler::literals);
    if (!named.isEmpty() && random.nextInt(2) == 0) {
      return named.get(random.nextInt(named.size()));
    }
    if (column.name().equals(table.rowidColumn())) {
      return "" + counter * 3;
    }
    return value(Tables.affinity(column, table), counter);
  }

  private String value(String affinity, int n) {
    return switch (affinity) {
      case "INTEGER" ->
          switch (random.nextInt(6)) {
            case 0 -> "" + n;
            case 1 -> "-" + n;
            case 2 -> "900719925474099" + n % 10;
            case 3 -> "1";
            case 4 -> "0";
            default -> "20";
          };
      case "REAL" ->
          switch (random.nextInt(4)) {
            case 0 -> n + ".5";
            case 1 -> n + ".0";
            case 2 -> "-0.25";
            default -> "1e300";
          };
      case "TEXT" ->
          switch (random.nextInt(6)) {
            case 0 -> "'v" + n + "'";
            case 1 -> "'it''s " + n + "'";
            case 2 -> "'ü" + n + "'";
            case 3 -> "''";
            case 4 -> "'007'";
            default -> "'1.50'";
          };
      case "BLOB" ->
          switch (random.nextInt(3)) {
            case 0 -> "x'00ff" + "%02x".formatted(n % 256) + "'";
            case 1 -> "'b" + n + "'";
            default -> "" + n;
          };
      default ->
          switch (random.nextInt(4)) {
            case 0 -> "" + n;
            case 1 -> n + ".25";
            case 2 -> "'2026-01-01 10:00:" + n % 60 / 10 + n % 10 + "'";
            default -> "1";
          };
    };
  }

  /** The constants that the table's checks name are the likeliest to pass them. */
  private static List<String> literals(Table table) {
    List<String> literals = new ArrayList<>();
    table
        .checks()
        .forEach(
            check ->
                literals.addAll(
                    Tokenizer.tokens(check.expression().text()).stream()
                        .filter(t -> t.kind() == Token.Kind.STRING || t.kind() == Token.Kind.NUMBER)
                        .map(Token::text)
                        .collect(Collectors.toList())));
    return literals;
  }
}
