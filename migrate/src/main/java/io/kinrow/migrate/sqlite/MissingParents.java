package io.kinrow.migrate.sqlite;

import io.kinrow.migrate.sql.Names;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;

/**
 * Foreign keys whose table is not there. A table that is renamed takes the foreign keys of others
 * along, also to its grave: {@code ALTER TABLE author RENAME TO old; CREATE TABLE author …; DROP
 * TABLE old} leaves them referring to {@code old}, and SQLite finds no fault while no row does.
 */
public final class MissingParents {
  private static final ThreadLocal<Boolean> ALLOWED = new ThreadLocal<>();
  private static final MissingParents NOT_READ = new MissingParents(Set.of(), List.of());

  private final Set<String> tables;
  private final List<Orphan> orphans;

  private record Orphan(String child, String columns, String parent) {
    boolean isOf(Orphan other) {
      return columns.equals(other.columns) && parent.equals(other.parent);
    }

    @Override
    public String toString() {
      return "table " + child + " (" + columns + ") references " + parent;
    }
  }

  private MissingParents(Set<String> tables, List<Orphan> orphans) {
    this.tables = tables;
    this.orphans = orphans;
  }

  /** Runs scripts that leave such keys, on this thread, to see them and say so. */
  public static <T> T allowed(Supplier<T> work) {
    Boolean before = ALLOWED.get();
    ALLOWED.set(true);
    try {
      return work.get();
    } finally {
      ALLOWED.set(before);
    }
  }

  /** Reads them, or nothing where they are allowed: the time grows with the number of tables. */
  static MissingParents in(Connection connection) throws SQLException {
    if (Boolean.TRUE.equals(ALLOWED.get())) {
      return NOT_READ;
    }
    Set<String> there = new HashSet<>();
    List<Orphan> found = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet names =
          statement.executeQuery(
              "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view')")) {
        while (names.next()) {
          there.add(Names.folded(names.getString(1)));
        }
      }
      try (ResultSet keys =
          statement.executeQuery(
              "SELECT m.name, k.\"table\", group_concat(k.\"from\", ', ')"
                  + " FROM main.sqlite_schema m JOIN pragma_foreign_key_list(m.name) k"
                  + " WHERE m.type = 'table' GROUP BY m.name, k.id")) {
        while (keys.next()) {
          if (!there.contains(Names.folded(keys.getString(2)))) {
            found.add(new Orphan(keys.getString(1), keys.getString(3), keys.getString(2)));
          }
        }
      }
    }
    return new MissingParents(there, found);
  }

  /**
   * Refuses what has lost its table. A table that is renamed, and not mended, keeps what was wrong
   * before; one that the script makes may wait for the table of a later script.
   *
   * @return warnings, of foreign keys that wait
   */
  List<String> refuseThoseNotIn(MissingParents before, String script) {
    List<Orphan> known = new ArrayList<>(before.orphans);
    List<Orphan> added = new ArrayList<>(orphans);
    added.removeIf(known::remove);
    added.removeIf(
        orphan -> {
          Orphan old = known.stream().filter(orphan::isOf).findFirst().orElse(null);
          return old != null && known.remove(old);
        });
    List<Orphan> lost = added.stream().filter(orphan -> !before.lets(orphan)).toList();
    if (!lost.isEmpty()) {
      throw new FlywayException(
          script
              + " leaves a foreign key without its table:\n- "
              + String.join("\n- ", lost.stream().map(Orphan::toString).toList())
              + "\nWith foreign keys on, every insert into it would fail. Renaming a table also changes the foreign keys of other tables: to rebuild a table, create the new one under a different name, copy, drop the old one, and rename the new one.");
    }
    return added.stream()
        .map(
            orphan ->
                script
                    + ": "
                    + orphan
                    + ", which does not exist yet; until it does, SQLite refuses rows if foreign keys are on")
        .toList();
  }

  /** Whether a foreign key never had its table: neither of them was there. */
  private boolean lets(Orphan orphan) {
    return !tables.contains(Names.folded(orphan.child))
        && !tables.contains(Names.folded(orphan.parent));
  }
}
