package io.kinrow.migrate.diff;

import io.kinrow.migrate.plan.ScratchSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table with a secret that a migration drops, and what becomes of its rows until the undo: in a
 * database, and beside it in a model that knows which row is which.
 */
final class RandomKeptTable {

  /** The ways to tell rows apart: the key's columns with their types, and the rest of the table. */
  private enum Kind {
    ROW_ID("k INTEGER PRIMARY KEY", "", ""),
    COUNTED("k INTEGER PRIMARY KEY AUTOINCREMENT", "", ""),
    TEXT_KEY("k TEXT PRIMARY KEY", "", ""),
    UNTYPED_KEY("k PRIMARY KEY", "", ""),
    WITHOUT_ROWID("k TEXT NOT NULL PRIMARY KEY", "", " WITHOUT ROWID"),
    CASELESS_KEY("k TEXT NOT NULL COLLATE NOCASE UNIQUE", "", ""),
    STRICT_KEY("k ANY NOT NULL UNIQUE", "", " STRICT"),
    COMPOSITE("k INTEGER NOT NULL, l TEXT NOT NULL", ", PRIMARY KEY (l, k)", "");

    private final String key;
    private final String constraint;
    private final String options;

    Kind(String key, String constraint, String options) {
      this.key = key;
      this.constraint = constraint;
      this.options = options;
    }

    boolean isNumber() {
      return this == ROW_ID || this == COUNTED;
    }
  }

  /** A row: its secret and what else it held when the secret was taken, and since. */
  private static final class Row {
    private final @Nullable String secret;
    private final boolean old;
    private final List<String> before;
    private List<String> now;
    private String keyFollowed;
    private boolean touched;

    private Row(String key, List<String> values, @Nullable String secret, boolean old) {
      this.keyFollowed = key;
      this.before = values;
      this.now = values;
      this.secret = secret;
      this.old = old;
      this.touched = !old;
    }
  }

  private final Random random;
  private final Kind kind;
  private final int width;
  private final String secret;
  private final Map<String, Row> rows = new TreeMap<>();
  private final List<Row> originals = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private boolean watched = true;
  private int given;

  RandomKeptTable(Random random) {
    this.random = random;
    this.kind = Kind.values()[random.nextInt(Kind.values().length)];
    this.width = random.nextInt(3);
    this.secret =
        List.of("secret TEXT", "secret TEXT DEFAULT 'none'", "secret TEXT NOT NULL DEFAULT 'none'")
            .get(random.nextInt(3));
  }

  String with() {
    return "CREATE TABLE t (" + columns(", " + secret) + ")" + kind.options + ";";
  }

  String without() {
    return "CREATE TABLE t (" + columns("") + ")" + kind.options + ";";
  }

  private String columns(String more) {
    StringBuilder columns = new StringBuilder(kind.key);
    for (int i = 0; i < width; i++) {
      columns.append(", v").append(i).append(" TEXT");
    }
    return columns + more + kind.constraint;
  }

  private String names() {
    StringBuilder names = new StringBuilder(kind == Kind.COMPOSITE ? "k, l" : "k");
    for (int i = 0; i < width; i++) {
      names.append(", v").append(i);
    }
    return names.toString();
  }

  void fill(ScratchSchema scratch) throws SQLException {
    int wanted = 1 + random.nextInt(6);
    for (int i = 0; i < wanted; i++) {
      String key = key();
      if (holder(key) == null) {
        boolean none = !secret.contains("NOT NULL") && random.nextInt(5) == 0;
        Row row = new Row(key, values(), none ? null : "s" + ++given, true);
        String text = row.secret == null ? "NULL" : "'" + row.secret + "'";
        run(
            scratch,
            "INSERT INTO t ("
                + names()
                + ", secret) VALUES ("
                + list(key, row)
                + ", "
                + text
                + ")");
        rows.put(key, row);
        originals.add(row);
      }
    }
  }

  /** Something that somebody does to the table between the migration and its undo. */
  void change(ScratchSchema scratch) throws SQLException {
    switch (random.nextInt(12)) {
      case 0, 1 -> insert(scratch, "INSERT");
      case 2, 3 -> insert(scratch, "INSERT OR REPLACE");
      case 4, 5 -> delete(scratch);
      case 6 -> move(scratch, "UPDATE");
      case 7 -> move(scratch, "UPDATE OR REPLACE");
      case 8 -> update(scratch);
      case 9 -> swap(scratch);
      case 10 -> run(scratch, "VACUUM");
      default -> makeAnew(scratch);
    }
  }

  private void insert(ScratchSchema scratch, String verb) throws SQLException {
    String key = key();
    String there = holder(key);
    if (there != null && verb.equals("INSERT")) {
      return;
    }
    Row row = new Row(key, values(), null, false);
    run(scratch, verb + " INTO t (" + names() + ") VALUES (" + list(key, row) + ")");
    if (there != null) {
      rows.remove(there);
    }
    rows.put(key, row);
  }

  private void delete(ScratchSchema scratch) throws SQLException {
    String key = any();
    if (key != null) {
      run(scratch, "DELETE FROM t WHERE " + is(key));
      rows.remove(key);
    }
  }

  private void update(ScratchSchema scratch) throws SQLException {
    String key = any();
    if (key != null && width > 0) {
      Row row = Objects.requireNonNull(rows.get(key));
      List<String> values = values();
      run(scratch, "UPDATE t SET v0 = " + values.get(0) + " WHERE " + is(key));
      List<String> now = new ArrayList<>(row.now);
      now.set(0, values.get(0));
      row.now = now;
      touch(row, key);
    }
  }

  private void move(ScratchSchema scratch, String verb) throws SQLException {
    String from = any();
    String to = key();
    if (from == null || from.equals(to)) {
      return;
    }
    String there = holder(to);
    boolean itself = from.equals(there);
    if (there != null && !itself && verb.equals("UPDATE")) {
      return;
    }
    move(scratch, verb, from, to);
    Row row = Objects.requireNonNull(rows.remove(from));
    if (there != null && !itself) {
      rows.remove(there);
    }
    rows.put(to, row);
    touch(row, to);
  }

  private void move(ScratchSchema scratch, String verb, String from, String to)
      throws SQLException {
    String target = kind.isNumber() && random.nextBoolean() ? "rowid" : "k";
    String[] parts = to.split(", ");
    String set = target + " = " + parts[0] + (parts.length > 1 ? ", l = " + parts[1] : "");
    run(scratch, verb + " t SET " + set + " WHERE " + is(from));
  }

  private void swap(ScratchSchema scratch) throws SQLException {
    String one = any();
    String other = any();
    if (one == null || other == null || one.equals(other)) {
      return;
    }
    String between = kind.isNumber() ? "-77" : kind == Kind.COMPOSITE ? "-77, 'x'" : "'between'";
    move(scratch, "UPDATE", one, between);
    move(scratch, "UPDATE", other, one);
    move(scratch, "UPDATE", between, other);
    Row first = Objects.requireNonNull(rows.get(one));
    Row second = Objects.requireNonNull(rows.put(one, Objects.requireNonNull(rows.get(other))));
    rows.put(other, second);
    touch(first, other);
    touch(Objects.requireNonNull(rows.get(one)), one);
  }

  private void touch(Row row, String key) {
    row.touched = true;
    if (watched) {
      row.keyFollowed = key;
    }
  }

  /** As an ordinary migration by hand does it, or a dump that is loaded again. */
  private void makeAnew(ScratchSchema scratch) throws SQLException {
    boolean triggersToo = random.nextBoolean();
    List<String> triggers =
        scratch.texts("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY random()");
    String order = random.nextBoolean() ? " ORDER BY random()" : "";
    run(scratch, without().replace("TABLE t ", "TABLE anew "));
    run(scratch, "INSERT INTO anew SELECT * FROM t" + order);
    run(scratch, "DROP TABLE t");
    run(scratch, "ALTER TABLE anew RENAME TO t");
    if (triggersToo) {
      for (String trigger : triggers) {
        run(scratch, trigger);
      }
    } else {
      watched = false;
    }
  }

  /** What is wrong after the undo, by row; empty when all is well. */
  List<String> wrongs(ScratchSchema scratch) throws SQLException {
    List<String> wrongs = new ArrayList<>();
    for (Map.Entry<String, Row> entry : rows.entrySet()) {
      Row row = entry.getValue();
      String found =
          scratch.texts("SELECT quote(secret) FROM t WHERE " + is(entry.getKey())).get(0);
      String own = quoted(row.secret);
      String none = secret.contains("DEFAULT") ? "'none'" : "NULL";
      boolean kept = row.old && (watched || (!row.touched && width > 0));
      boolean fits =
          kept ? found.equals(own) : found.equals(none) || (row.old && found.equals(own));
      if (!fits && !kept && !watched && isWhatItHeld(entry.getKey(), row, found)) {
        fits = true; // deleted and made again, unseen and to the last value: the same to everybody
      }
      if (!fits) {
        wrongs.add(entry.getKey() + " has " + found + " instead of " + (kept ? own : none));
      }
    }
    return wrongs;
  }

  private boolean isWhatItHeld(String key, Row row, String found) {
    return width > 0
        && originals.stream()
            .anyMatch(
                original ->
                    quoted(original.secret).equals(found)
                        && original.keyFollowed.equals(key)
                        && original.before.equals(row.now));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "NULL" : "'" + text + "'";
  }

  private void run(ScratchSchema scratch, String sql) throws SQLException {
    log.append(sql).append(";\n");
    scratch.execute(sql);
  }

  private String list(String key, Row row) {
    return width == 0 ? key : key + ", " + String.join(", ", row.now);
  }

  private String is(String key) {
    if (kind == Kind.COMPOSITE) {
      return "(k, l) = (" + key + ")";
    }
    // a key's class and case count here, even where its collation does not look at them
    return "quote(k) = quote(" + key + ")";
  }

  private @Nullable String any() {
    List<String> keys = List.copyOf(rows.keySet());
    return keys.isEmpty() ? null : keys.get(random.nextInt(keys.size()));
  }

  /** The row that a key would collide with. */
  private @Nullable String holder(String key) {
    if (kind == Kind.CASELESS_KEY) {
      return rows.keySet().stream().filter(key::equalsIgnoreCase).findFirst().orElse(null);
    }
    return rows.containsKey(key) ? key : null;
  }

  private String key() {
    int n = random.nextInt(6);
    return switch (kind) {
      case ROW_ID, COUNTED -> "" + (n + 1);
      case TEXT_KEY, WITHOUT_ROWID -> "'k" + n + "'";
      case CASELESS_KEY -> (random.nextBoolean() ? "'k" : "'K") + n / 2 + "'";
      case UNTYPED_KEY, STRICT_KEY -> List.of("1", "'1'", "x'31'", "1.5", "'a'", "'A'").get(n);
      case COMPOSITE -> n / 2 + ", '" + n % 2 + "'";
    };
  }

  /** Few values, so that rows often look alike. */
  private List<String> values() {
    return random
        .ints(width, 0, 3)
        .mapToObj(n -> n == 0 ? "NULL" : "'v" + n + "'")
        .collect(Collectors.toList());
  }

  boolean isWatched() {
    return watched;
  }

  int size() {
    return rows.size();
  }

  @Override
  public String toString() {
    return with() + "\n" + log;
  }
}
