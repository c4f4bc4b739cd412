package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.diff.SampleRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Tries an undo that has to bring columns back on rows that lived on after the migration: some are
 * deleted, one comes back with the key of a deleted one, one is added, the file is vacuumed, dumped
 * and loaded. No value may be on a row that it did not belong to, no deleted row may be back.
 */
final class RowTrial {
  private final Scratch scratch;
  private final Catalog before;
  private final Catalog after;
  private final List<Subject> subjects = new ArrayList<>();

  RowTrial(Scratch scratch, Catalog before, Catalog after) {
    this.scratch = scratch;
    this.before = before;
    this.after = after;
    for (Table old : before.tables()) {
      after.table(old.name()).ifPresent(now -> Subject.of(old, now).ifPresent(subjects::add));
    }
  }

  /** Whether there is anything that an undo has to bring back. */
  boolean isNeeded() {
    return !subjects.isEmpty();
  }

  /**
   * Runs it.
   *
   * @param notes gets what stood in its way
   * @return what is wrong
   */
  List<String> run(String version, List<String> notes) {
    List<String> wrong = new ArrayList<>();
    try {
      try (Connection connection = scratch.connect();
          Statement statement = connection.createStatement()) {
        for (String insert : SampleRows.inserts(before, after)) {
          tries(statement, insert);
        }
        for (Subject subject : subjects) {
          subject.remember(rows(statement, subject));
        }
      }
      scratch.migrate(version);
      try (Connection connection = scratch.connect();
          Statement statement = connection.createStatement()) {
        for (Subject subject : subjects) {
          liveOn(statement, subject);
        }
        statement.execute("VACUUM");
        DumpAndLoad.into(statement);
      }
      scratch.undoLatest();
      try (Connection connection = scratch.connect();
          Statement statement = connection.createStatement()) {
        Catalog undone = CatalogReader.read(connection, Set.of(scratch.historyTable()));
        for (Subject subject : subjects) {
          if (undone
              .table(subject.table)
              .filter(t -> t.column(subject.lost).isPresent())
              .isPresent()) {
            subject.check(rows(statement, subject), wrong);
          }
        }
      }
    } catch (FlywayException | SQLException e) {
      notes.add("not tried on rows that live on: " + firstLine(e));
    }
    return wrong;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().filter(l -> !l.isBlank()).findFirst().orElse("");
  }

  /** Values of the column that is lost by the key of their row, {@code quote}d. */
  private static Map<String, String> rows(Statement statement, Subject subject)
      throws SQLException {
    Map<String, String> rows = new LinkedHashMap<>();
    try (ResultSet rs =
        statement.executeQuery(
            "SELECT "
                + subject.key()
                + ", quote("
                + subject.lost.sql()
                + ") FROM "
                + subject.table.sql()
                + (subject.withoutRowid ? "" : " ORDER BY rowid"))) {
      while (rs.next()) {
        rows.put(rs.getString(1), rs.getString(2));
      }
    }
    return rows;
  }

  /** Two rows go, the second with the highest row id, whose key comes back with other values. */
  private static void liveOn(Statement statement, Subject subject) throws SQLException {
    List<String> keys = List.copyOf(subject.values.keySet());
    if (keys.isEmpty()) {
      return;
    }
    String first = keys.get(0);
    String last = keys.get(keys.size() - 1);
    if (keys.size() > 1 && deletes(statement, subject, first)) {
      subject.gone.add(first);
    }
    String again = subject.insertLike(statement, last, false);
    String added = subject.insertLike(statement, last, true);
    if (again != null && deletes(statement, subject, last)) {
      (tries(statement, again) ? subject.reused : subject.gone).add(last);
    }
    if (added != null) {
      tries(statement, added);
    }
  }

  private static boolean deletes(Statement statement, Subject subject, String key)
      throws SQLException {
    return tries(
        statement,
        "DELETE FROM "
            + subject.table.sql()
            + " WHERE "
            + subject.key()
            + " = '"
            + key.replace("'", "''")
            + "'");
  }

  /** Whether it worked and left no foreign key dangling; else it is taken back. */
  private static boolean tries(Statement statement, String sql) throws SQLException {
    statement.execute("SAVEPOINT trial");
    try {
      long dangling = dangling(statement);
      statement.execute(sql);
      if (dangling(statement) <= dangling) {
        statement.execute("RELEASE trial");
        return true;
      }
    } catch (SQLException e) {
      // the row is not one that the schema takes
    }
    statement.execute("ROLLBACK TO trial");
    statement.execute("RELEASE trial");
    return false;
  }

  private static long dangling(Statement statement) throws SQLException {
    try (ResultSet rs = statement.executeQuery("SELECT count(*) FROM pragma_foreign_key_check")) {
      return rs.getLong(1);
    } catch (SQLException e) {
      return 0; // a foreign key to columns that are no key
    }
  }

  /** A column that is gone or another one after the migration, and what is known of its values. */
  private static final class Subject {
    private final Name table;
    private final Name lost;
    private final List<Name> identity;
    private final List<Name> stays;
    private final @Nullable String fallback;
    private final boolean withoutRowid;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> gone = new ArrayList<>();
    private final List<String> reused = new ArrayList<>();

    private Subject(
        Table old, Column lost, List<Name> identity, List<Name> stays, boolean withoutRowid) {
      this.table = old.name();
      this.lost = lost.name();
      this.identity = identity;
      this.stays = stays;
      this.withoutRowid = withoutRowid;
      this.fallback = lost.defaultValue() == null ? null : lost.defaultValue().text();
    }

    /** Of the first column that is gone, where something that stays tells the rows apart. */
    static java.util.Optional<Subject> of(Table old, Table now) {
      List<Name> stays =
          now.columns().stream()
              .filter(c -> !c.isGenerated() && old.column(c.name()).isPresent())
              .map(Column::name)
              .toList();
      List<Name> key =
          old.primaryKey() == null
              ? stays
              : old.primaryKey().columns().stream()
                  .map(part -> new Name(part.expression().text()))
                  .toList();
      if (now.isVirtual() || key.isEmpty() || !stays.containsAll(key)) {
        return java.util.Optional.empty();
      }
      return old.columns().stream()
          .filter(column -> !column.isGenerated() && now.column(column.name()).isEmpty())
          .findFirst()
          .map(column -> new Subject(old, column, key, stays, old.withoutRowid()));
    }

    String key() {
      return identity.stream()
          .map(name -> "quote(" + name.sql() + ")")
          .collect(Collectors.joining(" || ', ' || "));
    }

    void remember(Map<String, String> rows) {
      values.putAll(rows);
    }

    /** A row with the key of another one, or with one that is new; null if it is the same row. */
    @Nullable String insertLike(Statement statement, String row, boolean added)
        throws SQLException {
      List<String> copied = new ArrayList<>();
      List<String> original = new ArrayList<>();
      for (Name column : stays) {
        boolean key = identity.contains(column);
        String name = column.sql();
        original.add("quote(" + name + ")");
        copied.add(
            key && !added
                ? "quote(" + name + ")"
                : "CASE typeof("
                    + name
                    + ") WHEN 'integer' THEN "
                    + name
                    + " + 1000 WHEN 'text' THEN quote("
                    + name
                    + " || '~') ELSE quote("
                    + name
                    + ") END");
      }
      try (ResultSet rs =
          statement.executeQuery(
              "SELECT "
                  + String.join(" || ', ' || ", copied)
                  + ", "
                  + String.join(" || ', ' || ", original)
                  + " FROM "
                  + table.sql()
                  + " WHERE "
                  + key()
                  + " = '"
                  + row.replace("'", "''")
                  + "'")) {
        return rs.next() && !rs.getString(1).equals(rs.getString(2))
            ? "INSERT INTO "
                + table.sql()
                + stays.stream().map(Name::sql).collect(Collectors.joining(", ", " (", ")"))
                + " VALUES ("
                + rs.getString(1)
                + ")"
            : null;
      }
    }

    void check(Map<String, String> now, List<String> wrong) {
      Map<String, Long> often =
          values.values().stream()
              .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
      now.forEach(
          (key, value) -> {
            boolean same = values.containsKey(key) && !reused.contains(key);
            boolean known = often.getOrDefault(value, 0L) == 1 && !value.equals(fallback);
            if (gone.contains(key)) {
              wrong.add("row " + key + " of " + table + " was deleted and is back");
            } else if (known && !value.equals("NULL") && !(same && value.equals(values.get(key)))) {
              wrong.add(
                  table + "." + lost + " of row " + key + " has the value of " + owner(value, key));
            }
          });
    }

    private String owner(String value, String key) {
      for (Map.Entry<String, String> row : values.entrySet()) {
        if (row.getValue().equals(value)) {
          return row.getKey().equals(key) ? "a deleted row of the same key" : "row " + row.getKey();
        }
      }
      return "no row";
    }
  }
}
